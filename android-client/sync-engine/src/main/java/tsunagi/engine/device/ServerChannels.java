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

    /** The newest first: it shakes hands in one round trip instead of two. HTTP/2 wants one of these ciphers. */
    private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private static final String[] TLS_CIPHERS = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
    };

    private ServerChannels() {}

    public static ManagedChannel open(ServerAddress server) {
        OkHttpChannelBuilder channel = OkHttpChannelBuilder.forAddress(server.host(), server.port())
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .keepAliveTime(KEEP_ALIVE_TIME_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (server.fingerprint().isPresent()) {
            return channel.sslSocketFactory(
                            new PinnedCertificate(server.fingerprint().get()).socketFactory())
                    .tlsConnectionSpec(TLS_VERSIONS, TLS_CIPHERS)
                    // The fingerprint names the server; the name in the certificate says nothing more.
                    .hostnameVerifier((host, session) -> true)
                    .build();
        }
        return channel.usePlaintext().build();
    }
}
