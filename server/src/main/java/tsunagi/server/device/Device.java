package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A tablet, or another program that speaks for people, as this server knows it.
 *
 * @param publicKey X.509 SubjectPublicKeyInfo
 * @param personId the person it was enrolled for; empty for a shared tablet
 * @param replacedBy the identity that a copy of it was given last
 */
public record Device(
        UUID id,
        String name,
        ByteString publicKey,
        Optional<String> personId,
        long enrolledAtMs,
        OptionalLong revokedAtMs,
        Optional<UUID> replacedBy,
        OptionalLong lastSeenAtMs,
        Optional<String> appVersion,
        OptionalLong unsentCount,
        OptionalLong clockOffsetMs) {

    public boolean isRevoked() {
        return revokedAtMs.isPresent();
    }
}
