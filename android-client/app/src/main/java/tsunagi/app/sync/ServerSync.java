package tsunagi.app.sync;

import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.outbox.ServerRecord;
import tsunagi.engine.sync.Sleeper;
import tsunagi.engine.sync.SyncResult;

/** Synchronizes with the server this tablet is known to, over whatever network there is. */
public final class ServerSync implements SyncWay {
    private final Parts parts;
    private final Network network;
    private final Sleeper sleeper;

    public ServerSync(Parts parts, Network network, Sleeper sleeper) {
        this.parts = parts;
        this.network = network;
        this.sleeper = sleeper;
    }

    @Override
    public Optional<SyncOutcome> hindrance() {
        if (!parts.tablet().device().server().isPresent()) {
            return Optional.of(SyncOutcome.NOT_ENROLLED);
        }
        return network.isThere() ? Optional.empty() : Optional.of(SyncOutcome.NO_NETWORK);
    }

    @Override
    public SyncResult synchronize() {
        ServerRecord server = parts.tablet()
                .device()
                .server()
                .orElseThrow(() -> new IllegalStateException("this tablet is known to no server"));
        try (ServerConnection connection = parts.connect(ServerAddress.parse(server.address()))) {
            return connection
                    .synchronizer(parts.directory().toPath().resolve("sync.lock"), sleeper, this::mayCarryFiles)
                    .synchronize();
        }
    }

    private boolean mayCarryFiles() {
        return parts.settings().sendsPhotosOverMobileData() || !network.isMetered();
    }
}
