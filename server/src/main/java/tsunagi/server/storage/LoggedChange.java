package tsunagi.server.storage;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.change.FieldPath;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.Verdict;

/**
 * A change that was taken in, as the log keeps it.
 *
 * @param by who made it, as attributed; its origin device stands in it
 * @param mark the hash chained over the log up to it
 * @param body the values it sets; empty when its record was erased
 * @param results the values in place after it in those fields where they are not what it said
 * @param verdict what was said about it, without an ordinal
 */
public record LoggedChange(
        long revision,
        UUID changeId,
        RecordKey key,
        Action action,
        UUID originDeviceId,
        long ordinal,
        UUID carrierDeviceId,
        Authorship by,
        long receivedAtMs,
        ContentHash hash,
        ByteString mark,
        ByteString header,
        Optional<ByteString> body,
        SortedMap<FieldPath, StampedValue> results,
        Verdict verdict) {

    /** The change as it came, but for a body that was erased. */
    public Change wire() {
        return Change.newBuilder()
                .setHeader(header)
                .setBody(body.orElse(ByteString.EMPTY))
                .build();
    }
}
