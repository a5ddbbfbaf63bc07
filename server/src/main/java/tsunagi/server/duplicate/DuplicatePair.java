package tsunagi.server.duplicate;

import java.util.UUID;
import tsunagi.record.RecordKey;

/** Two records of one type and team, the one with the smaller id first. */
public record DuplicatePair(UUID teamId, int type, UUID first, UUID second) {
    public DuplicatePair {
        if (first.equals(second)) {
            throw new IllegalArgumentException("one record is no pair");
        }
        if (first.toString().compareTo(second.toString()) > 0) {
            UUID larger = first;
            first = second;
            second = larger;
        }
    }

    public RecordKey firstKey() {
        return new RecordKey(teamId, type, first);
    }

    public RecordKey secondKey() {
        return new RecordKey(teamId, type, second);
    }
}
