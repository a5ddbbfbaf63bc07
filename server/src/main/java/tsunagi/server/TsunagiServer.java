package tsunagi.server;

import io.grpc.Server;
import io.micronaut.context.ApplicationContext;
import io.micronaut.grpc.server.GrpcEmbeddedServer;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.ServerData;
import tsunagi.server.admin.Settings;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.console.ConsoleServer;
import tsunagi.server.exchange.Exchanges;
import tsunagi.server.exchange.HeadPoll;
import tsunagi.server.grpc.SyncEndpoint;
import tsunagi.server.grpc.TransportSecurity;
import tsunagi.server.plaintables.Follower;
import tsunagi.server.storage.Dialect;
import tsunagi.server.storage.LogKeeper;

/** The running server. Thread-safe. */
public final class TsunagiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TsunagiServer.class);
    /** How soon the server notices what commands did to its database. */
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);

    private static final Duration EXPIRY_INTERVAL = Duration.ofHours(1);
    /** So long exchanges have to end by themselves when the server stops. */
    private static final int GRACE_S = 10;

    private final Optional<DataLock> lock;
    private final ServerData data;
    private final ApplicationContext context;
    private final Server grpc;
    private final Optional<ConsoleServer> console;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private TsunagiServer(
            Optional<DataLock> lock,
            ServerData data,
            ApplicationContext context,
            Server grpc,
            Optional<ConsoleServer> console) {
        this.lock = lock;
        this.data = data;
        this.context = context;
        this.grpc = grpc;
        this.console = console;
    }

    /**
     * Starts a server, or goes on with the data of an earlier start.
     *
     * @throws CommandException when it cannot or must not serve, with what to do about it
     */
    public static TsunagiServer start(Settings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** Starts one that takes the time from this clock. */
    public static TsunagiServer start(Settings settings, Clock clock) {
        Optional<DataLock> lock = lock(settings);
        try {
            ServerData data = ServerData.open(settings);
            try {
                return start(data, lock, clock);
            } catch (RuntimeException e) {
                data.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.ifPresent(DataLock::close);
            throw e;
        }
    }

    private static TsunagiServer start(ServerData data, Optional<DataLock> lock, Clock clock) {
        Settings settings = data.settings();
        TransportSecurity security = securityOf(data);
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(properties(data))
                .singletons(data, security, clock)
                .build();
        try {
            Server grpc = serve(context.start(), security, settings);
            Optional<ConsoleServer> console =
                    settings.console().map(listener -> ConsoleServer.start(context, listener));
            TsunagiServer server = new TsunagiServer(lock, data, context, grpc, console);
            context.getBean(LogKeeper.class).start();
            context.getBean(Follower.class).start();
            context.getBean(QuietWork.class).start();
            Exchanges exchanges = context.getBean(Exchanges.class);
            HeadPoll heads = new HeadPoll(data.database(), exchanges.heads());
            ServerThreads threads = context.getBean(ServerThreads.class);
            threads.repeat(heads::look, LOOK_INTERVAL);
            threads.repeat(exchanges::dismissRevoked, LOOK_INTERVAL);
            threads.repeat(exchanges::expirePieces, EXPIRY_INTERVAL);
            threads.repeat(context.getBean(AttachmentStore.class)::expire, EXPIRY_INTERVAL);
            return server;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static Map<String, Object> properties(ServerData data) {
        Settings settings = data.settings();
        Map<String, Object> properties = new HashMap<>();
        properties.put("grpc.server.host", settings.grpcAddress());
        properties.put("grpc.server.port", settings.grpcPort());
        settings.console()
                .ifPresent(listener -> properties.putAll(
                        ConsoleServer.properties(listener, data.certificate().pemFile())));
        return properties;
    }

    private static Server serve(ApplicationContext context, TransportSecurity security, Settings settings) {
        GrpcEmbeddedServer embedded = context.getBean(GrpcEmbeddedServer.class);
        try {
            embedded.start();
        } catch (ApplicationStartupException e) {
            throw isPortTaken(e)
                    ? new CommandException("Port " + settings.grpcPort() + " on " + settings.grpcAddress()
                            + " is taken by another program. Choose another one: TSUNAGI_GRPC_PORT="
                            + (settings.grpcPort() + 1) + ", or grpc.port in the configuration file.")
                    : e;
        }
        Server grpc = embedded.getServer();
        try {
            security.prove((InetSocketAddress) addressOf(grpc));
        } catch (IOException e) {
            grpc.shutdownNow();
            throw new IllegalStateException("the server does not speak TLS as it must", e);
        }
        return grpc;
    }

    public ServerData data() {
        return data;
    }

    /** Where it listens; the port is the one that was found when any was asked for. */
    public InetSocketAddress address() {
        return (InetSocketAddress) addressOf(grpc);
    }

    /** Where browsers find the console; empty when there is none. */
    public Optional<String> consoleUrl() {
        return console.map(ConsoleServer::url);
    }

    /** Returns when the server has stopped. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Lets exchanges end: what was accepted is answered. What does not end in time is cut off. */
    @Override
    public synchronized void close() {
        if (stopped.getCount() == 0) {
            return;
        }
        console.ifPresent(ConsoleServer::stop);
        grpc.shutdown();
        context.getBean(SyncEndpoint.class).shutDown();
        try {
            if (!grpc.awaitTermination(GRACE_S, TimeUnit.SECONDS)) {
                LOG.warn("some tablets did not hang up within {} s; they are cut off", GRACE_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        grpc.shutdownNow();
        context.close();
        data.close();
        lock.ifPresent(DataLock::close);
        stopped.countDown();
    }

    private static TransportSecurity securityOf(ServerData data) {
        Settings settings = data.settings();
        try {
            return TransportSecurity.of(settings.grpcAddress(), settings.isPlaintext(), data.certificate());
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage());
        }
    }

    private static SocketAddress addressOf(Server grpc) {
        return grpc.getListenSockets().get(0);
    }

    /** Empty where several servers may serve one database. */
    private static Optional<DataLock> lock(Settings settings) {
        if (Dialect.of(settings.dbUrl()) != Dialect.SQLITE) {
            return Optional.empty();
        }
        try {
            return Optional.of(DataLock.take(settings.data())
                    .orElseThrow(() -> new CommandException("Another server serves " + settings.data()
                            + " already. Stop it first, or choose another data directory with TSUNAGI_DATA.")));
        } catch (IOException e) {
            throw new CommandException("The data directory " + settings.data() + " cannot be used: " + e
                    + "\nChoose another one with --data or TSUNAGI_DATA.");
        }
    }

    private static boolean isPortTaken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            // The native transport has an exception of its own for it.
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("already in use")) {
                return true;
            }
        }
        return false;
    }
}
