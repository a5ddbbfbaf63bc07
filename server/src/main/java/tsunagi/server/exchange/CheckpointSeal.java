package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.device.ServerSecret;

/** Writes checkpoints as bytes that tablets keep without looking inside, and that only this server can have made. */
final class CheckpointSeal {
    private static final String PURPOSE = "tsunagi-checkpoint-v1";
    private static final int ID_BYTES = 16;
    private static final int REVISION_AT = 2 * ID_BYTES;
    private static final int READ_AT = REVISION_AT + Long.BYTES;
    private static final int ISSUED_AT = READ_AT + Long.BYTES;
    private static final int BASELINE_AT = ISSUED_AT + Long.BYTES;
    private static final int SCOPE_AT = BASELINE_AT + 1;
    private static final int MARK_AT = SCOPE_AT + 8;
    private static final int SEAL_AT = MARK_AT + ID_BYTES;
    private static final int SEALED_BYTES = SEAL_AT + 32;

    private final ServerSecret secret;

    CheckpointSeal(ServerSecret secret) {
        this.secret = secret;
    }

    ByteString seal(Checkpoint checkpoint) {
        ByteBuffer numbers = ByteBuffer.allocate(SCOPE_AT - REVISION_AT)
                .putLong(checkpoint.revision())
                .putLong(checkpoint.readAtHead())
                .putLong(checkpoint.issuedAtMs())
                .put((byte) (checkpoint.isInBaseline() ? 1 : 0))
                .flip();
        ByteString content = Ids.toBytes(checkpoint.epochId())
                .concat(Ids.toBytes(checkpoint.teamId()))
                .concat(ByteString.copyFrom(numbers))
                .concat(checkpoint.scope())
                .concat(checkpoint.mark());
        if (content.size() != SEAL_AT) {
            throw new IllegalArgumentException("scope has 8 bytes and mark has 16: " + checkpoint);
        }
        return content.concat(secret.seal(PURPOSE, content));
    }

    /** What was sealed; empty when these bytes are not this server's. */
    Optional<Checkpoint> open(ByteString bytes) {
        if (bytes.size() != SEALED_BYTES) {
            return Optional.empty();
        }
        ByteString content = bytes.substring(0, SEAL_AT);
        return secret.isSealOf(bytes.substring(SEAL_AT), PURPOSE, content)
                ? Optional.of(read(content))
                : Optional.empty();
    }

    private static Checkpoint read(ByteString content) {
        return new Checkpoint(
                id(content, 0),
                id(content, ID_BYTES),
                number(content, REVISION_AT),
                number(content, READ_AT),
                number(content, ISSUED_AT),
                content.substring(SCOPE_AT, MARK_AT),
                content.substring(MARK_AT),
                content.byteAt(BASELINE_AT) != 0);
    }

    private static long number(ByteString content, int at) {
        return content.substring(at, at + Long.BYTES).asReadOnlyByteBuffer().getLong();
    }

    private static UUID id(ByteString content, int at) {
        return Ids.fromBytes(content.substring(at, at + ID_BYTES));
    }
}
