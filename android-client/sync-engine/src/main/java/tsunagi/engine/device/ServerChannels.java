package tsunagi.engine.device;

import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.util.concurrent.TimeUnit;

/** Opens channels to a server: TLS with its pinned certificate, or plaintext on this very machine. */
public final class ServerChannels {
    /** States come in batches far smaller than this, unless one revision moved a great many records. */
    private static final int MESSAGE_BYTES_MAX = 64 * 1024 * 1024;

    // A line that went dead under a waiting exchange is found out within half a minute.
    private static final int KEEP_ALIVE_TIME_SECONDS = 20;
    private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 10;

    private ServerChannels() {}

    public static ManagedChannel open(ServerAddress server) {
        OkHttpChannelBuilder channel = OkHttpChannelBuilder.forAddress(server.host(), server.port())
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .keepAliveTime(KEEP_ALIVE_TIME_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (server.fingerprint().isPresent()) {
            return channel.sslSocketFactory(
                            new PinnedCertificate(server.fingerprint().get()).socketFactory())
                    // The fingerprint names the server; the name in the certificate says nothing more.
                    .hostnameVerifier((host, session) -> true)
                    .build();
        }
        return channel.usePlaintext().build();
    }
}
