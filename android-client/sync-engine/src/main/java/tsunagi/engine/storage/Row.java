package tsunagi.engine.storage;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;

/** One row of an answer; columns count from 0. */
public interface Row {
    boolean isNull(int column);

    long integer(int column);

    /** The text; null when the column is. */
    String text(int column);

    /** The bytes; null when the column is. */
    byte[] blob(int column);

    default boolean flag(int column) {
        return integer(column) != 0;
    }

    default ByteString bytes(int column) {
        byte[] blob = blob(column);
        return blob == null ? ByteString.EMPTY : UnsafeByteOperations.unsafeWrap(blob);
    }

    default UUID id(int column) {
        return Ids.fromBytes(bytes(column));
    }

    default Optional<UUID> optionalId(int column) {
        return isNull(column) ? Optional.empty() : Optional.of(id(column));
    }
}
