package tsunagi.app;

import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import tsunagi.app.enrolment.EnrolmentRun;
import tsunagi.app.settings.AppSettings;
import tsunagi.app.settings.BuildWords;
import tsunagi.app.store.AndroidDatabase;
import tsunagi.app.sync.Network;
import tsunagi.app.sync.ServerSync;
import tsunagi.app.sync.SyncJob;
import tsunagi.app.sync.SyncRunner;
import tsunagi.app.user.Users;
import tsunagi.app.work.Work;
import tsunagi.calendar.JapaneseDays;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.device.DeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;

/** What the screens work with: the tablet, who holds it, and how work is done beside the main thread. */
public final class Parts {
    private static final String OUTBOX = "outbox.db";
    private static final String REPLICA = "replica.db";

    private final TsunagiApp app;
    private final AppSettings settings;
    private final TabletSettings tabletSettings;
    private final Work work = new Work();
    private final SyncRunner sync;
    private final EnrolmentRun enrolment;
    private Tablet tablet;

    Parts(TsunagiApp app, AppSettings settings, TabletClock clock) {
        this.app = app;
        this.settings = settings;
        this.tabletSettings = TabletSettings.standard(clock);
        Network network = new Network(app);
        this.sync = new SyncRunner(this, new ServerSync(this, network, app.sleeper()));
        this.enrolment = new EnrolmentRun(this, network);
    }

    public Work work() {
        return work;
    }

    public AppSettings settings() {
        return settings;
    }

    public TabletSettings tabletSettings() {
        return tabletSettings;
    }

    /** The tablet, opened by whoever asks first; never on the main thread. */
    public synchronized Tablet tablet() {
        if (tablet == null) {
            tablet = open();
        }
        return tablet;
    }

    public Users users() {
        return new Users(tablet().teams(), settings);
    }

    public SyncRunner sync() {
        return sync;
    }

    public EnrolmentRun enrolment() {
        return enrolment;
    }

    /** A way to a server; whoever asks closes it. */
    public ServerConnection connect(ServerAddress server) {
        return new ServerConnection(server, tablet(), deviceKeys(), tabletSettings.ids(), BuildWords.version(app));
    }

    public DeviceKeys deviceKeys() {
        return app.deviceKeys();
    }

    public File directory() {
        return app.directory();
    }

    /** What was written here: the outbox, with what SQLite keeps beside it. */
    public List<File> outboxFiles() {
        return files(OUTBOX);
    }

    /** What came from the server. */
    public List<File> replicaFiles() {
        return files(REPLICA);
    }

    private List<File> files(String name) {
        return Arrays.asList(
                new File(directory(), name),
                new File(directory(), name + "-wal"),
                new File(directory(), name + "-shm"));
    }

    /** The day it is in Japan, by this tablet's clock. */
    public LocalDate today() {
        return Instant.ofEpochMilli(nowMs()).atZone(JapaneseDays.TIME).toLocalDate();
    }

    public long nowMs() {
        return tabletSettings.clock().wallMs();
    }

    /** Lets go of the files, as the end of the process does. */
    public synchronized void close() {
        work.close();
        sync.close();
        enrolment.close();
        if (tablet != null) {
            tablet.close();
            tablet = null;
        }
    }

    private Tablet open() {
        LocalDatabase outbox = open(OUTBOX, Durability.FULL);
        try {
            Tablet opened = new Tablet(outbox, open(REPLICA, Durability.NORMAL), tabletSettings);
            opened.outbox().whenSaved(() -> SyncJob.scheduleSoon(app));
            return opened;
        } catch (RuntimeException e) {
            outbox.close();
            throw e;
        }
    }

    private LocalDatabase open(String name, Durability durability) {
        return AndroidDatabase.open(app, app.files(), new File(app.directory(), name), durability);
    }
}
