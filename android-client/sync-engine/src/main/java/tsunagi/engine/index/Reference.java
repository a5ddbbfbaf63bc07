package tsunagi.engine.index;

import java.util.UUID;

/** Where a record points: the type and id of another. */
public record Reference(int type, UUID id) {}
