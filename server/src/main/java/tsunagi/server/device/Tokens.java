package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;

/** Makes and reads tokens: short-lived proofs that a device held its private key a moment ago. Thread-safe. */
public final class Tokens {
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String PURPOSE = "tsunagi-token-v1";
    private static final int CLAIM_BYTES = 16 + Long.BYTES;
    private static final int TOKEN_BYTES = CLAIM_BYTES + 32;

    private final ServerSecret secret;
    private final Clock clock;

    public Tokens(ServerSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** A token for this device, good from now for {@link #LIFETIME}. */
    public String issue(UUID deviceId) {
        long expiresAtMs = clock.millis() + LIFETIME.toMillis();
        ByteBuffer expiry = ByteBuffer.allocate(Long.BYTES).putLong(0, expiresAtMs);
        ByteString claim = Ids.toBytes(deviceId).concat(ByteString.copyFrom(expiry));
        byte[] token = claim.concat(secret.seal(PURPOSE, claim)).toByteArray();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The device the token was issued to; empty when it is not ours or its time is over. */
    public Optional<UUID> deviceOf(String text) {
        ByteString token;
        try {
            token = ByteString.copyFrom(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (token.size() != TOKEN_BYTES) {
            return Optional.empty();
        }
        ByteString claim = token.substring(0, CLAIM_BYTES);
        if (!secret.isSealOf(token.substring(CLAIM_BYTES), PURPOSE, claim)) {
            return Optional.empty();
        }
        long expiresAtMs = claim.substring(16).asReadOnlyByteBuffer().getLong();
        return clock.millis() < expiresAtMs ? Optional.of(Ids.fromBytes(claim.substring(0, 16))) : Optional.empty();
    }
}
