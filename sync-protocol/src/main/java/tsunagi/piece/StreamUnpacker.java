package tsunagi.piece;

import com.google.protobuf.ByteString;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks what a {@link StreamPacker} packed, in the same order. Not thread-safe; to be closed. */
public final class StreamUnpacker implements AutoCloseable {
    private static final int CHUNK_BYTES = 8 * 1024;

    private final Inflater inflater = new Inflater();

    /**
     * One message.
     *
     * @param bytesMax a message that holds more is refused before it takes more memory than that
     * @throws DamagedParcelException when it is not what was packed; no later one can be unpacked then
     */
    public ByteString unpacked(ByteString packed, int bytesMax) throws DamagedParcelException {
        inflater.setInput(packed.toByteArray());
        ByteString.Output message = ByteString.newOutput();
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            int bytes = inflater.inflate(chunk);
            while (bytes > 0) {
                message.write(chunk, 0, bytes);
                if (message.size() > bytesMax) {
                    throw new DamagedParcelException("it holds more than " + bytesMax + " bytes");
                }
                bytes = inflater.inflate(chunk);
            }
            return message.toByteString();
        } catch (DataFormatException e) {
            throw new DamagedParcelException("it does not unpack: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
