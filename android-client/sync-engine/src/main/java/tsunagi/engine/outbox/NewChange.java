package tsunagi.engine.outbox;

import java.util.Optional;
import java.util.UUID;
import tsunagi.change.Change;

/**
 * A change about to be saved.
 *
 * @param corrects the parked change it takes the place of
 */
public record NewChange(Change change, Optional<UUID> corrects) {}
