package tsunagi.trials.tablet.json;

import com.google.protobuf.ByteString;
import java.util.Set;
import java.util.SortedMap;
import tsunagi.change.FieldPath;

/**
 * What somebody wants to write into one record.
 *
 * @param sets the fields and map entries to set, with the bytes each has on the wire
 * @param clears the fields and map entries to clear
 * @param clearsWholly the numbers of maps of which every entry is to be cleared
 */
public record FieldEdits(SortedMap<FieldPath, ByteString> sets, Set<FieldPath> clears, Set<Integer> clearsWholly) {
    public boolean isEmpty() {
        return sets.isEmpty() && clears.isEmpty() && clearsWholly.isEmpty();
    }
}
