package tsunagi.server.grpc;

import io.grpc.netty.NettyServerBuilder;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import tsunagi.server.exchange.ExchangeLimits;

/** How much one line may take of the server, and for how long a line that froze is kept. */
public final class LineLimits {
    /** Bytes that may be on their way to the server unread, for one stream and for one connection. */
    static final int FLOW_CONTROL_WINDOW_BYTES = 1024 * 1024;

    private static final int CALLS_PER_CONNECTION = 8;
    private static final int METADATA_BYTES = 8 * 1024;
    private static final int HANDSHAKE_TIMEOUT_S = 10;
    private static final int IDLE_CONNECTION_TIMEOUT_MIN = 5;
    // Together they free whatever a frozen tablet holds within 15 seconds.
    private static final int KEEP_ALIVE_TIME_S = 10;
    private static final int KEEP_ALIVE_TIMEOUT_S = 5;
    private static final int TABLET_KEEP_ALIVE_MIN_S = 5;

    private LineLimits() {}

    /** Sets a server up so that no tablet, slow or greedy, takes more than its share. */
    public static void applyTo(
            NettyServerBuilder builder, ExchangeLimits limits, Executor pool, TransportSecurity security) {
        security.applyTo(builder);
        builder.executor(pool)
                // Twice the limit for batches: one that is only too large gets an answer that names the limit.
                .maxInboundMessageSize(2 * limits.batchBytes())
                .maxInboundMetadataSize(METADATA_BYTES)
                .flowControlWindow(FLOW_CONTROL_WINDOW_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                .handshakeTimeout(HANDSHAKE_TIMEOUT_S, TimeUnit.SECONDS)
                .maxConnectionIdle(IDLE_CONNECTION_TIMEOUT_MIN, TimeUnit.MINUTES)
                .keepAliveTime(KEEP_ALIVE_TIME_S, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_S, TimeUnit.SECONDS)
                .permitKeepAliveTime(TABLET_KEEP_ALIVE_MIN_S, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
    }
}
