package tsunagi.engine.tablet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tsunagi.change.FieldPath;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.JdbcDatabase;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.tablet.DyingDatabase.Fate;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.ClockReading;

/** Tablets in a temporary directory, with a clock and ids that tests can tell. */
public final class TabletFixture implements AutoCloseable {
    public static final UUID TEAM = named("team");
    public static final String NURSE = named("nurse").toString();
    public static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;
    public static final FieldPath NEEDS = FieldPath.field(Visit.NEEDS_FIELD_NUMBER);
    public static final FieldPath VISIT_ON = FieldPath.field(Visit.VISIT_ON_FIELD_NUMBER);

    private static final AtomicLong LAST_ID = new AtomicLong();

    private final Path directory;
    private final List<LocalDatabase> opened = new ArrayList<>();
    private long nowMs = 1_700_000_000_000L;

    public TabletFixture(Path directory) {
        this.directory = directory;
    }

    public static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static RecordKey visit(String name) {
        return new RecordKey(TEAM, VISIT, named(name));
    }

    public TabletClock clock() {
        return () -> ClockReading.newBuilder()
                .setWallMs(nowMs++)
                .setMonotonicMs(nowMs)
                .setBootId("boot")
                .build();
    }

    public TabletSettings settings() {
        Supplier<UUID> ids = () -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | LAST_ID.incrementAndGet());
        return new TabletSettings(RecordSchemas.standard(), clock(), ids, Durability.OFF);
    }

    /** Opens the tablet of this name, again after it died if need be. */
    public Tablet open(String name) {
        return new Tablet(database(name + "-outbox.db"), database(name + "-replica.db"), settings());
    }

    /** Opens the tablet of this name for as long as fate has it. */
    public Tablet open(String name, Fate fate) {
        return new Tablet(
                new DyingDatabase(database(name + "-outbox.db"), fate),
                new DyingDatabase(database(name + "-replica.db"), fate),
                settings());
    }

    /** A tablet that never dies. */
    public Tablet openInMemory() {
        return new Tablet(opened("jdbc:sqlite::memory:"), opened("jdbc:sqlite::memory:"), settings());
    }

    /** How many statements it takes to open a tablet that is there already. */
    public int statementsToOpen() {
        Fate fate = Fate.of(Integer.MAX_VALUE);
        open("measured", fate);
        int first = fate.statementsRun();
        open("measured", fate);
        return fate.statementsRun() - first;
    }

    public LocalDatabase database(String file) {
        return opened("jdbc:sqlite:" + directory.resolve(file));
    }

    private LocalDatabase opened(String url) {
        LocalDatabase database = JdbcDatabase.open(url, Durability.OFF);
        opened.add(database);
        return database;
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        opened.forEach(LocalDatabase::close);
    }
}
