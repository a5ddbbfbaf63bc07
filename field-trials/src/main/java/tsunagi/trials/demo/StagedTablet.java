package tsunagi.trials.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.sync.SyncResult;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;

/** One tablet of the story: the real engine, over the real line, with a clock that can be set back. */
public final class StagedTablet implements AutoCloseable {
    private static final String PROGRAM = "demo";

    private final Path directory;
    private final StoryClock clock;
    private final Tablet tablet;
    private final ServerConnection connection;

    private StagedTablet(Path directory, StoryClock clock, Tablet tablet, ServerConnection connection) {
        this.directory = directory;
        this.clock = clock;
        this.tablet = tablet;
        this.connection = connection;
    }

    static StagedTablet open(Path directory, ServerAddress server, StoryTime time) throws IOException {
        Files.createDirectories(directory);
        StoryClock clock = new StoryClock(time);
        TabletSettings settings = TabletSettings.standard(clock);
        Tablet tablet = Tablet.open(directory, settings);
        ServerConnection connection =
                new ServerConnection(server, tablet, new FileDeviceKeys(directory), settings.ids(), PROGRAM);
        return new StagedTablet(directory, clock, tablet, connection);
    }

    void enrol(String code, String name) {
        EnrolResult result = connection.enrolment().enrol(code, name);
        if (!(result instanceof EnrolResult.Enrolled)) {
            throw new IllegalStateException(name + " could not enrol: " + result);
        }
    }

    /** The tablet, as somebody has it in hand at this time. */
    Tablet at(LocalDateTime time) {
        clock.show(time);
        return tablet;
    }

    /** The tablet, as somebody has it in hand now. */
    public Tablet now() {
        clock.showServerTime();
        return tablet;
    }

    public void sync() {
        clock.showServerTime();
        SyncResult result =
                connection.synchronizer(directory.resolve("sync.lock")).synchronize();
        if (!(result instanceof SyncResult.UpToDate)) {
            throw new IllegalStateException("the tablet in " + directory + " could not sync: " + result);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } finally {
            tablet.close();
        }
    }
}
