package tsunagi.merge;

import java.util.UUID;

/** Where a change was made, and which of that device's changes in its team it is. */
public record Origin(UUID deviceId, long ordinal) {
    /** True when the same device made the other one before: then whoever made this one knew of it. */
    boolean follows(Origin other) {
        return deviceId.equals(other.deviceId) && ordinal > other.ordinal;
    }
}
