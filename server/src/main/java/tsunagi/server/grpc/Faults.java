package tsunagi.server.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.exchange.OutcomeUnknownException;
import tsunagi.server.intake.BusyException;
import tsunagi.server.storage.StorageException;

/**
 * Says with which status a call ends that went wrong. What can be expected is an answer, never a status: these are for
 * bugs and outages, and for callers who are not let in.
 */
final class Faults {
    static final Set<Status.Code> ALLOWED = Set.of(
            Status.Code.OK,
            Status.Code.UNAUTHENTICATED,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.UNAVAILABLE,
            Status.Code.INTERNAL,
            Status.Code.INVALID_ARGUMENT,
            Status.Code.UNIMPLEMENTED);

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** What the caller gets to see of a status; nothing of the server's inside. */
    static Status onTheWire(Status status, String method) {
        if (status.getCause() == null && ALLOWED.contains(status.getCode())) {
            return status;
        }
        if (status.getCause() instanceof InvalidProtocolBufferException) {
            return Status.INVALID_ARGUMENT.withDescription("these bytes are no message");
        }
        if (status.getCause() instanceof BusyException) {
            return Status.RESOURCE_EXHAUSTED.withDescription("the server has too much to do");
        }
        if (status.getCause() instanceof OutcomeUnknownException || status.getCause() instanceof StorageException) {
            LOG.error("{}: the storage failed", method, status.getCause());
            return Status.UNAVAILABLE.withDescription("the storage failed; ask again");
        }
        LOG.error("{}: {}", method, status, status.getCause());
        return Status.INTERNAL.withDescription("a fault of the server; its log tells");
    }
}
