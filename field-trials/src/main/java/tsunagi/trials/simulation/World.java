package tsunagi.trials.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.record.RecordKey;
import tsunagi.server.device.ServerSecret;
import tsunagi.server.intake.ErasureList;
import tsunagi.server.intake.Intake;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Change;

/** Everything there is in a run: tablets, servers, the lines between them, and the one source of chance. */
final class World implements AutoCloseable {
    private static final String DATABASE = "server.db";

    private final Path directory;
    private final Dice dice;
    private final VirtualTime time = new VirtualTime();
    private final Office office = new Office(time);
    private final Ledger ledger = new Ledger();
    private final People people;
    private final ServerSecret secret;
    private final Optional<PlantedBug> bug;
    private final List<SimulatedTablet> tablets = new ArrayList<>();
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final KeptErasures erasures = new KeptErasures();
    private final List<Call> calls = new ArrayList<>();
    private final Map<UUID, Change> stampless = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int setBacks;
    private boolean hasBackup;

    World(Path directory, Path emptyDatabase, Dice dice, int tabletCount, Optional<PlantedBug> bug) {
        this.directory = directory;
        this.dice = dice;
        this.bug = bug;
        this.people = new People(dice, ledger);
        this.secret = new ServerSecret(dice.bytes(ServerSecret.KEY_BYTES));
        copy(emptyDatabase, directory.resolve(DATABASE));
        for (int i = dice.between(1, 2); i > 0; i--) {
            servers.add(new SimulatedServer(this));
        }
        for (int i = 0; i < tabletCount; i++) {
            SimulatedTablet tablet = new SimulatedTablet(this, i, newDirectory("tablet" + i));
            tablets.add(tablet);
            office.enrol(tablet.tablet().device().id());
        }
        office.writeInto(anyServer().database());
    }

    String databaseUrl() {
        return "jdbc:sqlite:" + directory.resolve(DATABASE);
    }

    Dice dice() {
        return dice;
    }

    VirtualTime time() {
        return time;
    }

    Office office() {
        return office;
    }

    Ledger ledger() {
        return ledger;
    }

    People people() {
        return people;
    }

    ServerSecret secret() {
        return secret;
    }

    List<SimulatedTablet> tablets() {
        return tablets;
    }

    List<Call> calls() {
        return calls;
    }

    int setBacks() {
        return setBacks;
    }

    UUID newId() {
        return dice.id(time.nowMs());
    }

    ErasureList erasures() {
        return bug.filter(PlantedBug.ERASURES_FORGOTTEN::equals).isPresent() ? new KeptErasures() : erasures;
    }

    boolean has(PlantedBug planted) {
        return bug.filter(planted::equals).isPresent();
    }

    Intake tamper(Intake intake, Database database) {
        return Tampering.with(this, intake, database);
    }

    /** The change as a server that ignores stamps takes it: always the same, whenever it comes. */
    Change withoutStamps(UUID changeId, Supplier<Change> first) {
        return stampless.computeIfAbsent(changeId, id -> first.get());
    }

    SimulatedServer anyServer() {
        return dice.pick(servers);
    }

    /** The tablet calls a server; a call that it still held open is over for it. */
    void call(SimulatedTablet tablet) {
        hangUp(tablet, dice.percent(50));
        calls.add(new Call(this, tablet, anyServer()));
    }

    /** The tablet lets go of its line; the server may not notice for a while. */
    void hangUp(SimulatedTablet tablet, boolean serverNotices) {
        calls.stream().filter(call -> call.tablet() == tablet).forEach(call -> call.breakForTablet(serverNotices));
        calls.removeIf(Call::isOver);
    }

    void kill(SimulatedTablet tablet) {
        hangUp(tablet, dice.percent(50));
        tablet.kill();
    }

    void copyATablet() {
        SimulatedTablet original = dice.pick(tablets);
        hangUp(original, true);
        int number = tablets.size();
        ledger.noteCopy(number, original.number());
        tablets.add(original.copyAs(number, directory.resolve("tablet" + number)));
    }

    /** A tablet that found itself copied takes an identity of its own. */
    void renew(SimulatedTablet tablet) {
        UUID oldId = tablet.tablet().device().id();
        tablet.renew();
        office.renew(oldId, tablet.tablet().device().id());
        office.writeInto(anyServer().database());
    }

    /** How far each team's log has come. */
    List<Long> heads() {
        return anyServer().database().read(connection -> new Teams()
                .all(connection).stream().map(Team::head).toList());
    }

    /** True when every tablet's last call told it so, and none has anything the server has not judged. */
    boolean isQuiet() {
        return tablets.stream()
                .allMatch(tablet ->
                        tablet.isUpToDate() && tablet.tablet().status().tally().waiting() == 0);
    }

    /** All server processes die and start again over what is on disk. */
    void restartServers() {
        int count = servers.size();
        stopServers();
        startServers(count);
    }

    void backUp() {
        int count = servers.size();
        stopServers();
        copy(directory.resolve(DATABASE), directory.resolve("backup.db"));
        hasBackup = true;
        startServers(count);
    }

    /** The servers come back over an older copy of the database. */
    void setBack() {
        if (!hasBackup) {
            return;
        }
        Set<RecordKey> erasedBefore = erased();
        int count = servers.size();
        stopServers();
        copy(directory.resolve("backup.db"), directory.resolve(DATABASE));
        setBacks++;
        startServers(count);
        erasedBefore.removeAll(erased());
        erasedBefore.forEach(key -> findings.add("withdrawn, and back when the server was set back: " + key));
        office.writeInto(anyServer().database());
    }

    private Set<RecordKey> erased() {
        return anyServer().database().read(connection -> {
            Set<RecordKey> erased = new LinkedHashSet<>();
            for (UUID team : Office.TEAMS) {
                new RecordRows()
                                .movedBetween(connection, team, 0, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
                                .records()
                                .stream()
                                .filter(record -> record.toState().life().isErased())
                                .forEach(record -> erased.add(record.key()));
            }
            return erased;
        });
    }

    /** What was seen on the way that must not be. */
    List<String> findings() {
        return findings;
    }

    private void stopServers() {
        calls.forEach(Call::breakForServer);
        calls.removeIf(Call::isOver);
        servers.forEach(SimulatedServer::close);
        servers.clear();
    }

    private void startServers(int count) {
        for (int i = 0; i < count; i++) {
            servers.add(new SimulatedServer(this));
        }
    }

    private Path newDirectory(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a database that nobody has open; its last connection folded the write-ahead log into it. */
    private static void copy(Path from, Path to) {
        try {
            Files.deleteIfExists(Path.of(to + "-wal"));
            Files.deleteIfExists(Path.of(to + "-shm"));
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        calls.forEach(Call::breakForServer);
        servers.forEach(SimulatedServer::close);
        tablets.forEach(SimulatedTablet::close);
    }
}
