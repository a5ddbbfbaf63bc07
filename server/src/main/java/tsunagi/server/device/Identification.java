package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.IssueTokenReply;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.IssuedToken;
import tsunagi.sync.v1.TokenRefusal;

/** Gives a token to a device that proves by a signature that it holds its private key. Thread-safe. */
public final class Identification {
    /** How far a device's idea of the server's time may be off. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final ByteString SIGNED_PREFIX = ByteString.copyFromUtf8("tsunagi-token-v1");
    private static final int NONCE_BYTES = 16;

    private final Database database;
    private final Tokens tokens;
    private final Clock clock;
    private final TroubleNotes troubles;
    private final UsedNonces usedNonces;
    private final Devices devices = new Devices();

    public Identification(Database database, Tokens tokens, Clock clock) {
        this(database, tokens, clock, TroubleNotes.NONE);
    }

    /** One that notes which devices it refused. */
    public Identification(Database database, Tokens tokens, Clock clock, TroubleNotes troubles) {
        this.troubles = troubles;
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
        this.usedNonces = new UsedNonces(clock, CLOCK_TOLERANCE.multipliedBy(2));
    }

    public IssueTokenReply issueToken(IssueTokenRequest request) {
        IssueTokenReply.Builder reply = IssueTokenReply.newBuilder().setServerClockMs(clock.millis());
        Optional<Device> device = deviceOf(request.getDeviceId());
        if (device.isEmpty()) {
            return reply.setRefused(TokenRefusal.TOKEN_REFUSAL_DEVICE_UNKNOWN).build();
        }
        Optional<TokenRefusal> refusal = refusal(device.get(), request);
        if (refusal.isPresent()) {
            note(device.get().id(), refusal.get());
            return reply.setRefused(refusal.get()).build();
        }
        return reply.setIssued(IssuedToken.newBuilder()
                        .setToken(tokens.issue(device.get().id()))
                        .setValidForMs((int) Tokens.LIFETIME.toMillis()))
                .build();
    }

    private void note(UUID deviceId, TokenRefusal refusal) {
        switch (refusal) {
            case TOKEN_REFUSAL_DEVICE_REVOKED ->
                troubles.note(deviceId, TroubleKind.REVOKED, "no token: the device was revoked");
            case TOKEN_REFUSAL_CLOCK_OFF ->
                troubles.note(deviceId, TroubleKind.CLOCK_OFF, "no token: the proof was not signed now");
            case TOKEN_REFUSAL_SIGNATURE_WRONG ->
                troubles.note(deviceId, TroubleKind.SIGNATURE, "no token: the proof is not signed by the device's key");
            case TOKEN_REFUSAL_NONCE_USED, TOKEN_REFUSAL_DEVICE_UNKNOWN, TOKEN_REFUSAL_UNSPECIFIED, UNRECOGNIZED -> {
                // A message that came twice, or nobody: nothing is wrong with a device.
            }
        }
    }

    private Optional<TokenRefusal> refusal(Device device, IssueTokenRequest request) {
        if (!isTimely(request.getSignedAtMs())) {
            return Optional.of(TokenRefusal.TOKEN_REFUSAL_CLOCK_OFF);
        }
        if (request.getNonce().size() != NONCE_BYTES || !isSigned(device, request)) {
            return Optional.of(TokenRefusal.TOKEN_REFUSAL_SIGNATURE_WRONG);
        }
        if (device.isRevoked()) {
            return Optional.of(TokenRefusal.TOKEN_REFUSAL_DEVICE_REVOKED);
        }
        // Last, so that only the device itself can use its nonces up.
        return usedNonces.use(request.getNonce())
                ? Optional.empty()
                : Optional.of(TokenRefusal.TOKEN_REFUSAL_NONCE_USED);
    }

    private boolean isTimely(long signedAtMs) {
        long nowMs = clock.millis();
        long toleranceMs = CLOCK_TOLERANCE.toMillis();
        return signedAtMs >= nowMs - toleranceMs && signedAtMs <= nowMs + toleranceMs;
    }

    private static boolean isSigned(Device device, IssueTokenRequest request) {
        ByteBuffer signedAt = ByteBuffer.allocate(Long.BYTES).putLong(0, request.getSignedAtMs());
        ByteString content = SIGNED_PREFIX
                .concat(request.getDeviceId())
                .concat(ByteString.copyFrom(signedAt))
                .concat(request.getNonce());
        return DeviceKey.parse(device.publicKey())
                .filter(key -> key.hasSigned(content, request.getSignature()))
                .isPresent();
    }

    private Optional<Device> deviceOf(ByteString id) {
        if (!Ids.isId(id)) {
            return Optional.empty();
        }
        UUID deviceId = Ids.fromBytes(id);
        return database.read(connection -> devices.find(connection, deviceId));
    }
}
