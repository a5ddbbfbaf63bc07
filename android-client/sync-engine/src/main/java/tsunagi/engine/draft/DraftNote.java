package tsunagi.engine.draft;

import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;

/**
 * That there is a draft: what a list of drafts shows.
 *
 * @param corrects the parked change it is to take the place of
 * @param touchedAtMs when it was last written to, by the tablet's clock
 */
public record DraftNote(UUID draftId, RecordKey key, Optional<UUID> corrects, long touchedAtMs) {}
