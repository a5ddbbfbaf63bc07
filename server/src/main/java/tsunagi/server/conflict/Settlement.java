package tsunagi.server.conflict;

import com.google.protobuf.ByteString;
import java.util.List;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.record.RecordKey;

/**
 * A person's decision on one conflict.
 *
 * @param standing the stamp of the value in place that they saw
 * @param candidates the stamps of the candidates that they saw; what else waits goes on waiting
 * @param value what shall stand, one of those values or another; empty clears the field
 */
public record Settlement(RecordKey key, FieldPath path, Stamp standing, List<Stamp> candidates, ByteString value) {
    public Settlement {
        candidates = List.copyOf(candidates);
    }
}
