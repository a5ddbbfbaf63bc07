package tsunagi.merge;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.SortedMap;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.sync.v1.Authorship;

/**
 * A change that was taken in.
 *
 * @param origin where it was made
 * @param by who made it, as attributed
 * @param results the values in place after it in those fields where they are not what it said
 */
public record PastChange(
        long revision, Origin origin, Change change, Authorship by, SortedMap<FieldPath, StampedValue> results) {

    /** The value that bore this stamp after this change; empty when this change made no such value. */
    Optional<ByteString> valueAt(FieldPath path, Stamp stamp) {
        StampedValue result = results.get(path);
        if (result != null && result.stamp().equals(stamp)) {
            return Optional.of(result.value());
        }
        boolean isItsOwn = change.stamp().equals(stamp) && change.touched().contains(path);
        return isItsOwn ? Optional.of(change.values().get(path)) : Optional.empty();
    }
}
