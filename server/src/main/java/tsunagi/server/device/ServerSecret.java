package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which this server recognises what it made itself: checkpoints, tokens, one-time codes. Thread-safe.
 *
 * <p>Every use names its purpose, so that what was made for one can never pass for another.
 */
public final class ServerSecret {
    public static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public ServerSecret(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the server's secret key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The seal of this content for this purpose, 32 bytes. */
    public ByteString seal(String purpose, ByteString content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(content.asReadOnlyByteBuffer());
            return ByteString.copyFrom(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** True when {@link #seal} made this seal of this content for this purpose. */
    public boolean isSealOf(ByteString seal, String purpose, ByteString content) {
        return MessageDigest.isEqual(seal.toByteArray(), seal(purpose, content).toByteArray());
    }
}
