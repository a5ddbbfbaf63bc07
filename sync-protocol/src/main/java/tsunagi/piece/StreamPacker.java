package tsunagi.piece;

import com.google.protobuf.ByteString;
import java.util.zip.Deflater;

/**
 * Packs the messages of one stream, each with those before it as its dictionary, so that small ones pack as well as
 * large ones. Not thread-safe; what it holds of the system goes when it is closed.
 */
public final class StreamPacker implements AutoCloseable {
    private static final int CHUNK_BYTES = 8 * 1024;

    /** A tablet has few of these and time: what counts is the line. */
    private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);

    public ByteString packed(ByteString message) {
        deflater.setInput(message.toByteArray());
        ByteString.Output packed = ByteString.newOutput();
        byte[] chunk = new byte[CHUNK_BYTES];
        int bytes = chunk.length;
        while (bytes == chunk.length) {
            bytes = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            packed.write(chunk, 0, bytes);
        }
        return packed.toByteString();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
