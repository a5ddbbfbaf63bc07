package tsunagi.record;

import java.util.UUID;

/** Names one record: the team it belongs to for good, the number of its type (which may be unknown here) and its id. */
public record RecordKey(UUID teamId, int type, UUID id) {
    public RecordKey withId(UUID otherId) {
        return new RecordKey(teamId, type, otherId);
    }
}
