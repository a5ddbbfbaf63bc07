package tsunagi.piece;

import com.google.protobuf.ByteString;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tsunagi.sync.v1.Codec;

/**
 * Something large, packed for the way: the bytes that are cut into pieces, and how they are unpacked.
 *
 * @param sha256 of {@code content}: pieces belong to one parcel only if it agrees
 */
public record Parcel(ByteString content, Codec codec, ByteString sha256) {
    /** What both sides call deflate when they say which codecs they know. */
    public static final String DEFLATE = "deflate";

    private static final int CHUNK_BYTES = 16 * 1024;

    /** Packs something, deflated where the receiver can unpack that and it gains anything. */
    public static Parcel of(ByteString whole, boolean mayDeflate) {
        ByteString deflated = mayDeflate ? deflated(whole) : whole;
        return deflated.size() < whole.size()
                ? new Parcel(deflated, Codec.CODEC_DEFLATE, Sha256.of(deflated))
                : new Parcel(whole, Codec.CODEC_UNSPECIFIED, Sha256.of(whole));
    }

    /** The piece that begins here, of so many bytes unless the parcel ends before. */
    public ByteString piece(long offset, int bytes) {
        return content.substring((int) offset, (int) Math.min(offset + bytes, content.size()));
    }

    /** True when this is what its sender packed. */
    public boolean isWhole() {
        return Sha256.of(content).equals(sha256);
    }

    /**
     * What was packed.
     *
     * @param bytesMax a parcel that holds more is refused before it takes more memory than that
     * @throws DamagedParcelException when this is not what its sender packed, or too much of it
     */
    public ByteString unpacked(int bytesMax) throws DamagedParcelException {
        if (!isWhole()) {
            throw new DamagedParcelException("its hash is another");
        }
        return switch (codec) {
            case CODEC_UNSPECIFIED -> content;
            case CODEC_DEFLATE -> inflated(bytesMax);
            case UNRECOGNIZED -> throw new DamagedParcelException("its codec is not known here");
        };
    }

    private ByteString inflated(int bytesMax) throws DamagedParcelException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content.toByteArray());
            ByteString.Output whole = ByteString.newOutput();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!inflater.finished()) {
                int bytes = inflater.inflate(chunk);
                if (bytes == 0 && !inflater.finished()) {
                    throw new DamagedParcelException("it ends too early");
                }
                if (inflater.getTotalOut() > bytesMax) {
                    throw new DamagedParcelException("it holds more than " + bytesMax + " bytes");
                }
                whole.write(chunk, 0, bytes);
            }
            return whole.toByteString();
        } catch (DataFormatException e) {
            throw new DamagedParcelException("it does not unpack: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static ByteString deflated(ByteString whole) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(whole.toByteArray());
            deflater.finish();
            ByteString.Output packed = ByteString.newOutput();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteString();
        } finally {
            deflater.end();
        }
    }
}
