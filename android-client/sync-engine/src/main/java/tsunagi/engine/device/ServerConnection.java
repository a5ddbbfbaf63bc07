package tsunagi.engine.device;

import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.engine.sync.FileAllowance;
import tsunagi.engine.sync.FileSyncLock;
import tsunagi.engine.sync.Renewal;
import tsunagi.engine.sync.Sleeper;
import tsunagi.engine.sync.Synchronizer;
import tsunagi.engine.tablet.Tablet;

/** A real tablet's way to its server: one channel, and what runs over it. */
public final class ServerConnection implements AutoCloseable {
    private final ManagedChannel channel;
    private final ServerAddress address;
    private final Tablet tablet;
    private final DeviceKeys keys;
    private final Supplier<UUID> ids;
    private final String appVersion;
    private final SecureRandom random = new SecureRandom();

    public ServerConnection(
            ServerAddress address, Tablet tablet, DeviceKeys keys, Supplier<UUID> ids, String appVersion) {
        this.channel = ServerChannels.open(address);
        this.address = address;
        this.tablet = tablet;
        this.keys = keys;
        this.ids = ids;
        this.appVersion = appVersion;
    }

    public Enrolment enrolment() {
        return new Enrolment(channel, address, tablet, keys, ids, appVersion);
    }

    /**
     * A synchronizer of this tablet.
     *
     * @param lockFile what programs on this tablet lock to keep out of each other's way
     */
    public Synchronizer synchronizer(Path lockFile) {
        return synchronizer(lockFile, Thread::sleep, FileAllowance.ALWAYS);
    }

    /** A synchronizer that waits in its own way before it tries again, and carries files only as it is allowed. */
    public Synchronizer synchronizer(Path lockFile, Sleeper sleeper, FileAllowance allowance) {
        TokenSource tokens = new TokenSource(channel, tablet.device(), keys, tablet.clock(), random);
        return new Synchronizer(
                tablet,
                appVersion,
                new GrpcServerLink(channel, tokens),
                new GrpcFileLink(channel, tokens),
                allowance,
                new Renewal(tablet, new GrpcEnroller(channel, tokens, keys), ids),
                new FileSyncLock(lockFile),
                sleeper,
                random);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
