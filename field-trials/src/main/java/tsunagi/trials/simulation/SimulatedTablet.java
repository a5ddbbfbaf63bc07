package tsunagi.trials.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tsunagi.change.FieldPath;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.sync.Enroller;
import tsunagi.engine.sync.ExchangeEnd;
import tsunagi.engine.sync.Renewal;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;

/** One tablet of a run: the real engine over real files, which can be killed at any time, and copied. */
final class SimulatedTablet implements AutoCloseable {
    /** A draft that was begun, and what the onlooker saw on the screen in each of its fields. */
    record OpenDraft(UUID draftId, RecordKey key, Map<FieldPath, Saved.Seen> seen) {
        OpenDraft copy() {
            return new OpenDraft(draftId, key, new LinkedHashMap<>(seen));
        }
    }

    private final World world;
    private final int number;
    private final Path directory;
    private final TabletTime clock;
    private final List<OpenDraft> openDrafts = new ArrayList<>();
    private Tablet tablet;
    private String lastEnd = "none";
    private boolean isUpToDate;

    SimulatedTablet(World world, int number, Path directory) {
        this.world = world;
        this.number = number;
        this.directory = directory;
        this.clock = new TabletTime(world.time());
        this.tablet = open();
    }

    private Tablet open() {
        TabletSettings settings = new TabletSettings(RecordSchemas.standard(), clock, world::newId, Durability.OFF);
        return Tablet.open(directory, settings);
    }

    /** How its last call ended, as far as it could tell. */
    void noteEnd(ExchangeEnd end) {
        lastEnd = end.toString();
        isUpToDate = end instanceof ExchangeEnd.UpToDate;
    }

    boolean isUpToDate() {
        return isUpToDate;
    }

    int number() {
        return number;
    }

    Tablet tablet() {
        return tablet;
    }

    TabletTime clock() {
        return clock;
    }

    List<OpenDraft> openDrafts() {
        return openDrafts;
    }

    /** The program dies; what was committed is on disk. */
    void kill() {
        tablet.close();
        clock.boot();
        tablet = open();
    }

    /** It found itself copied and takes an identity of its own; the server is told by the office. */
    void renew() {
        try {
            new Renewal(tablet, newId -> Enroller.Answer.RENEWED, world::newId).renew();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nothing waits in a simulation", e);
        }
    }

    /** A second tablet with the same files: set up from a copy, as somebody does who wants to save time. */
    SimulatedTablet copyAs(int newNumber, Path newDirectory) {
        tablet.close();
        try {
            Files.createDirectories(newDirectory);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.copy(file, newDirectory.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tablet = open();
        SimulatedTablet copy = new SimulatedTablet(world, newNumber, newDirectory);
        openDrafts.forEach(draft -> copy.openDrafts.add(draft.copy()));
        return copy;
    }

    @Override
    public void close() {
        tablet.close();
    }

    @Override
    public String toString() {
        return "tablet " + number + " (last call: " + lastEnd + ")";
    }
}
