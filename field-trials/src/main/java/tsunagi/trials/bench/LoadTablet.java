package tsunagi.trials.bench;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerChannels;
import tsunagi.record.Ids;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.EnrolReply;
import tsunagi.sync.v1.EnrolRequest;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.IssueTokenReply;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TabletMessage;

/**
 * A tablet without a disk: it enrols, proves itself and exchanges as any tablet does, over a connection of its own, and
 * sends what was made beforehand.
 */
final class LoadTablet implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String TOKEN_PREFIX = "tsunagi-token-v1";
    private static final int NONCE_BYTES = 16;

    private final LoadTeam team;
    private final UUID deviceId;
    private final ManagedChannel channel;
    private final FileDeviceKeys keys;
    private final SecureRandom random = new SecureRandom();
    private final TabletClock clock;
    private long nextOrdinal = 1;

    private LoadTablet(LoadTeam team, UUID deviceId, ManagedChannel channel, Path keyDirectory, TabletClock clock) {
        this.team = team;
        this.deviceId = deviceId;
        this.channel = channel;
        this.keys = new FileDeviceKeys(keyDirectory);
        this.clock = clock;
    }

    /** A tablet that becomes known by this code. */
    static LoadTablet enrol(
            ServerAddress server, LoadTeam team, UUID deviceId, String code, Path keyDirectory, TabletClock clock) {
        LoadTablet tablet = new LoadTablet(team, deviceId, ServerChannels.open(server), keyDirectory, clock);
        EnrolReply reply = EnrolmentGrpc.newBlockingStub(tablet.channel)
                .enrol(EnrolRequest.newBuilder()
                        .setCode(code)
                        .setDeviceId(Ids.toBytes(deviceId))
                        .setPublicKey(tablet.keys.publicKey(deviceId))
                        .setDeviceName("load")
                        .setAppVersion("load")
                        .build());
        if (!reply.hasEnrolled()) {
            throw new IllegalStateException("not enrolled: " + reply);
        }
        return tablet;
    }

    /** So many visits, from this number on, as the batches in which this tablet hands them in. */
    List<TabletMessage> batches(LoadChanges changes, int first, int count, int batchSize) {
        List<TabletMessage> batches = new ArrayList<>();
        for (int made = 0; made < count; made += batchSize) {
            ChangeBatch.Builder batch = ChangeBatch.newBuilder()
                    .setTeamId(Ids.toBytes(team.id()))
                    .setOriginDeviceId(Ids.toBytes(deviceId))
                    .setFirstOrdinal(nextOrdinal);
            int size = Math.min(batchSize, count - made);
            for (int i = 0; i < size; i++) {
                batch.addChanges(changes.change(team, first + made + i));
            }
            nextOrdinal += size;
            batches.add(TabletMessage.newBuilder().setChanges(batch).build());
        }
        return batches;
    }

    /** Opens an exchange and says Hello; complete when both sides are up to date. */
    CompletableFuture<LoadExchange> exchange() {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token());
        LoadExchange exchange = new LoadExchange(deviceId, team.id());
        SyncGrpc.newStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .exchange(exchange);
        return exchange.sayHello(clock.read());
    }

    private String token() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        long nowMs = clock.wallMs();
        ByteString content = ByteString.copyFromUtf8(TOKEN_PREFIX)
                .concat(Ids.toBytes(deviceId))
                .concat(ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(0, nowMs)))
                .concat(ByteString.copyFrom(nonce));
        IssueTokenReply reply = EnrolmentGrpc.newBlockingStub(channel)
                .issueToken(IssueTokenRequest.newBuilder()
                        .setDeviceId(Ids.toBytes(deviceId))
                        .setSignedAtMs(nowMs)
                        .setNonce(ByteString.copyFrom(nonce))
                        .setSignature(keys.sign(deviceId, content))
                        .build());
        if (!reply.hasIssued()) {
            throw new IllegalStateException("no token: " + reply);
        }
        return reply.getIssued().getToken();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
