package tsunagi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Settings;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.device.TestDevice;
import tsunagi.server.exchange.TestTablet;
import tsunagi.server.grpc.GrpcTablet;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.EnrolReply;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.ServerMessage.MessageCase;
import tsunagi.sync.v1.SyncGrpc;

/** The server as it is started for real use. */
@Timeout(120)
class TsunagiServerTest {
    private static final UUID TEAM = TestTablet.named("team");

    @TempDir
    private Path directory;

    @Test
    void start_speaksTlsAndNothingElse() throws IOException {
        try (TsunagiServer server = TsunagiServer.start(settings(0))) {
            TestDevice device = new TestDevice();
            ManagedChannel plain = NettyChannelBuilder.forAddress("127.0.0.1", port(server))
                    .usePlaintext()
                    .build();
            assertThatThrownBy(() -> EnrolmentGrpc.newBlockingStub(plain).enrol(device.enrolRequest("")))
                    .isInstanceOf(StatusRuntimeException.class);
            plain.shutdownNow();
            ManagedChannel secure = channel(server);
            assertThat(enrol(secure, device, server).hasEnrolled()).isTrue();
            secure.shutdownNow();
        }
    }

    @Test
    void start_asecondTime_isTheSameServerAndKnowsItsDevices() throws IOException {
        TestDevice device = new TestDevice();
        UUID serverId;
        String fingerprint;
        try (TsunagiServer server = TsunagiServer.start(settings(0))) {
            serverId = server.data().identity().serverId();
            fingerprint = server.data().certificate().fingerprint();
            ManagedChannel channel = channel(server);
            enrol(channel, device, server);
            channel.shutdownNow();
        }

        try (TsunagiServer server = TsunagiServer.start(settings(0))) {
            assertThat(server.data().identity().serverId()).isEqualTo(serverId);
            assertThat(server.data().certificate().fingerprint()).isEqualTo(fingerprint);
            ManagedChannel channel = channel(server);
            assertThat(token(channel, device)).isNotEmpty();
            channel.shutdownNow();
        }
    }

    @Test
    void close_whileAnExchangeIsOpen_saysFarewellFirst() throws Exception {
        TsunagiServer server = TsunagiServer.start(settings(0));
        ManagedChannel channel = channel(server);
        TestDevice device = new TestDevice();
        enrol(channel, device, server);
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token(channel, device));
        GrpcTablet tablet = new GrpcTablet(
                new TestTablet(device.id(), TEAM, "nurse", 0),
                SyncGrpc.newStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers)));
        GrpcTablet.Call call = tablet.callWithHello();
        call.hearUntil(MessageCase.BASELINE_END);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);

        assertThat(call.hearUntil(MessageCase.FAREWELL).getFarewell().getReason())
                .isEqualTo(FarewellReason.FAREWELL_REASON_SHUTTING_DOWN);
        assertThat(call.status().getCode()).isEqualTo(Status.Code.OK);
        channel.shutdownNow();
        closed.get(30, TimeUnit.SECONDS);
    }

    @Test
    void start_onATakenPort_saysWhichAndTheWayOut(@TempDir Path otherDirectory) {
        try (TsunagiServer first = TsunagiServer.start(settings(0))) {
            int taken = port(first);
            assertThatThrownBy(() ->
                            TsunagiServer.start(Settings.in(otherDirectory).withListener("127.0.0.1", taken, false)))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("Port " + taken)
                    .hasMessageContaining("TSUNAGI_GRPC_PORT=" + (taken + 1));
        }
    }

    @Test
    void start_onDataThatIsServedAlready_isRefused() {
        try (TsunagiServer first = TsunagiServer.start(settings(0))) {
            assertThatThrownBy(() -> TsunagiServer.start(settings(0)))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining(first.data().settings().data().toString());
        }
    }

    @Test
    void start_inPlaintextWhereOthersCanListen_isRefused() {
        Settings open = Settings.in(directory).withListener("0.0.0.0", 0, true);

        assertThatThrownBy(() -> TsunagiServer.start(open))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("refuses to start on 0.0.0.0");
    }

    private Settings settings(int port) {
        return Settings.in(directory).withListener("127.0.0.1", port, false);
    }

    private static int port(TsunagiServer server) {
        return server.address().getPort();
    }

    private static ManagedChannel channel(TsunagiServer server) throws IOException {
        return NettyChannelBuilder.forAddress("localhost", port(server))
                .sslContext(GrpcSslContexts.forClient()
                        .trustManager(server.data().certificate().pemFile().toFile())
                        .build())
                .build();
    }

    private static EnrolReply enrol(ManagedChannel channel, TestDevice device, TsunagiServer server) {
        String code = server.data().database().write(connection -> {
            new Teams().open(connection, TEAM, "酒蔵");
            return new EnrolmentCodes(server.data().identity().secret())
                    .make(
                            connection,
                            new SecureRandom(),
                            List.of(TEAM),
                            Optional.empty(),
                            System.currentTimeMillis(),
                            EnrolmentCodes.LIFETIME)
                    .toString();
        });
        return EnrolmentGrpc.newBlockingStub(channel).enrol(device.enrolRequest(code));
    }

    private static String token(ManagedChannel channel, TestDevice device) {
        return EnrolmentGrpc.newBlockingStub(channel)
                .issueToken(device.tokenRequest(System.currentTimeMillis()))
                .getIssued()
                .getToken();
    }
}
