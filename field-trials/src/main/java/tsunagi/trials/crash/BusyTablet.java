package tsunagi.trials.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.sync.FileAllowance;
import tsunagi.engine.sync.SyncResult;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.trials.load.VisitRecords;

/** A headless tablet that writes and syncs without a rest: the real engine, over the real line. */
final class BusyTablet implements AutoCloseable {
    private static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;
    private static final int SAVES_MAX = 30;
    private static final int NEWCOMERS_OF_TEN = 4;
    /** Nobody is spared here: a tablet that waits does not put the server to the test. */
    private static final long RETRY_DELAY_MS_MAX = 100;

    private final Path directory;
    private final Random random;
    private final VisitRecords visits;
    private final TabletSettings settings = TabletSettings.standard(new DeskClock());
    private final Tablet tablet;
    private final List<RecordKey> own = new ArrayList<>();
    private final Map<RecordKey, String> lastAdvice = new HashMap<>();
    private final AtomicInteger completed = new AtomicInteger();
    private volatile Optional<Line> line = Optional.empty();
    private int saves;

    private record Line(ServerAddress server, ServerConnection connection) {}

    BusyTablet(Path directory, long seed) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.random = new Random(seed);
        this.visits = new VisitRecords(seed);
        this.tablet = Tablet.open(directory, settings);
    }

    void enrol(ServerAddress server, String code) {
        EnrolResult result =
                connect(server).enrolment().enrol(code, directory.getFileName().toString());
        if (!(result instanceof EnrolResult.Enrolled)) {
            throw new IllegalStateException(directory + " could not enrol: " + result);
        }
    }

    /** Writes some, then syncs with this server for as long as the engine tries. */
    SyncResult work(ServerAddress server) {
        int count = 1 + random.nextInt(SAVES_MAX);
        for (int i = 0; i < count; i++) {
            save();
        }
        return sync(server);
    }

    SyncResult sync(ServerAddress server) {
        SyncResult result = connect(server)
                .synchronizer(
                        directory.resolve("sync.lock"),
                        delayMs -> Thread.sleep(Math.min(delayMs, RETRY_DELAY_MS_MAX)),
                        FileAllowance.ALWAYS)
                .synchronize();
        if (result instanceof SyncResult.UpToDate) {
            completed.incrementAndGet();
        } else {
            hangUp();
        }
        return result;
    }

    /** Gives up on the server it speaks with. */
    void hangUp() {
        line.ifPresent(open -> open.connection().close());
        line = Optional.empty();
    }

    /** How many syncs came to their end. */
    int completed() {
        return completed.get();
    }

    Tablet tablet() {
        return tablet;
    }

    /** The records that nobody else writes, and what was last written into one of their fields. */
    Map<RecordKey, String> lastAdvice() {
        return lastAdvice;
    }

    /** The changes that the server has given its word on, as the outbox's file has them, whoever writes it just now. */
    Set<UUID> acknowledged() throws SQLException {
        return changes("SELECT change_id FROM change WHERE standing <> 'WAITING'");
    }

    /** All changes that were saved here, as the outbox's file has them. */
    Set<UUID> saved() throws SQLException {
        return changes("SELECT change_id FROM change");
    }

    private Set<UUID> changes(String sql) throws SQLException {
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("outbox.db"));
                var statement = file.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<UUID> ids = new HashSet<>();
            while (rows.next()) {
                ByteBuffer id = ByteBuffer.wrap(rows.getBytes(1));
                ids.add(new UUID(id.getLong(), id.getLong()));
            }
            return ids;
        }
    }

    private ServerConnection connect(ServerAddress server) {
        Optional<Line> open = line.filter(there -> there.server().equals(server));
        if (open.isEmpty()) {
            hangUp();
            FileDeviceKeys keys = new FileDeviceKeys(directory);
            open = Optional.of(new Line(server, new ServerConnection(server, tablet, keys, settings.ids(), "trial")));
            line = open;
        }
        return open.get().connection();
    }

    private void save() {
        saves++;
        if (own.isEmpty() || random.nextInt(10) < NEWCOMERS_OF_TEN) {
            UUID team = Office.TEAMS.get(random.nextInt(Office.TEAMS.size()));
            RecordKey key = write(tablet.create(team, VISIT).set(visits.visit(saves)))
                    .get(0)
                    .key();
            own.add(key);
            lastAdvice.put(key, visits.visit(saves).getAdvice());
        } else if (random.nextBoolean()) {
            RecordKey key = own.get(random.nextInt(own.size()));
            String advice = directory.getFileName() + " " + saves;
            write(tablet.edit(key).set(Visit.newBuilder().setAdvice(advice).build()));
            lastAdvice.put(key, advice);
        } else {
            UUID team = Office.TEAMS.get(random.nextInt(Office.TEAMS.size()));
            // Everybody's visit: here they merge and disagree.
            write(tablet.edit(new RecordKey(team, VISIT, team))
                    .set(Visit.newBuilder()
                            .setStartsAt("1" + random.nextInt(10) + ":00")
                            .build()));
        }
    }

    private List<SavedChange> write(Draft draft) {
        return tablet.save(draft, Office.NURSE);
    }

    @Override
    public void close() {
        hangUp();
        tablet.close();
    }
}
