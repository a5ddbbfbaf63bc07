package tsunagi.trials.simulation;

import com.google.protobuf.TextFormat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.Conflict;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/** Looks at everything once the faults are over, and says what does not hold. */
final class Inspection {
    private static final String BODIES_OF_A_RECORD =
            "SELECT COUNT(*) AS n FROM change_log WHERE team_id = ? AND record_id = ? AND LENGTH(body) > 0";

    private final World world;
    private final Database database;
    private final List<String> findings = new ArrayList<>();
    private final Map<RecordKey, RecordState> records = new LinkedHashMap<>();
    private final Set<UUID> takenIn = new HashSet<>();
    private int lost;
    private int doubled;
    private int conflicts;

    Inspection(World world) {
        this.world = world;
        this.database = world.anyServer().database();
    }

    List<String> findings() {
        return findings;
    }

    int lost() {
        return lost;
    }

    int doubled() {
        return doubled;
    }

    int conflicts() {
        return conflicts;
    }

    void run() {
        findings.addAll(world.findings());
        for (UUID team : Office.TEAMS) {
            for (StoredRecord record : allRecords(team)) {
                records.put(record.key(), record.toState());
            }
            database.read(connection -> takenIn.addAll(changeIds(connection, "change_log", team)));
        }
        Office.TEAMS.forEach(this::checkTabletsEqualServer);
        checkEveryChangeIsThereOnce();
        checkNothingIsLost();
        checkConflicts();
        checkLanes();
        checkErasures();
        checkEpochs();
        checkRecordsAgainstTheLog();
        checkPlainTables();
    }

    private void find(String finding) {
        findings.add(finding);
    }

    private List<StoredRecord> allRecords(UUID team) {
        return database.read(connection -> new RecordRows()
                .movedBetween(connection, team, 0, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
                .records());
    }

    private void checkTabletsEqualServer(UUID team) {
        Map<RecordKey, tsunagi.sync.v1.RecordState> onServer = new LinkedHashMap<>();
        records.values().stream()
                .filter(state -> state.key().teamId().equals(team))
                .forEach(state -> onServer.put(state.key(), state.toProto()));
        for (SimulatedTablet tablet : world.tablets()) {
            Map<RecordKey, tsunagi.sync.v1.RecordState> held = new LinkedHashMap<>();
            tablet.tablet().replica().all(team).forEach(state -> held.put(state.key(), state.toProto()));
            compare(tablet + " holds", onServer, held);
            Map<RecordKey, tsunagi.sync.v1.RecordState> shown = new LinkedHashMap<>();
            for (RecordView view : tablet.tablet().listAll(team)) {
                shown.put(view.key(), view.state().toProto());
            }
            compare(tablet + " shows", onServer, shown);
        }
    }

    private void compare(
            String who,
            Map<RecordKey, tsunagi.sync.v1.RecordState> expected,
            Map<RecordKey, tsunagi.sync.v1.RecordState> actual) {
        Set<RecordKey> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        keys.removeIf(key -> Objects.equals(expected.get(key), actual.get(key)));
        keys.stream()
                .findFirst()
                .ifPresent(key -> find(who + " " + keys.size() + " records otherwise than the server, such as " + key
                        + ": " + TextFormat.printer().emittingSingleLine(true).printToString(shown(actual, key))
                        + " instead of "
                        + TextFormat.printer().emittingSingleLine(true).printToString(shown(expected, key))));
    }

    private static tsunagi.sync.v1.RecordState shown(
            Map<RecordKey, tsunagi.sync.v1.RecordState> states, RecordKey key) {
        return states.getOrDefault(key, tsunagi.sync.v1.RecordState.getDefaultInstance());
    }

    private void checkEveryChangeIsThereOnce() {
        Set<UUID> kept = new HashSet<>(takenIn);
        for (UUID team : Office.TEAMS) {
            List<UUID> logged = database.read(connection -> changeIds(connection, "change_log", team));
            if (new HashSet<>(logged).size() != logged.size()) {
                doubled++;
                find("the log of team " + team + " holds a change twice");
            }
            long head = number("SELECT head AS n FROM team WHERE team_id = ?", team);
            if (head != logged.size()) {
                find("team " + team + " is at revision " + head + " with " + logged.size() + " changes");
            }
            database.read(connection -> kept.addAll(changeIds(connection, "parked_change", team)));
        }
        for (Saved saved : world.ledger().all()) {
            RecordState state = records.get(saved.key());
            // What was said about a record that was withdrawn goes from the tablets too.
            boolean isErased = state != null && isGone(state);
            if (!kept.contains(saved.changeId()) && !isErased) {
                lost++;
                find("the server never got " + saved + whereItIs(saved));
            }
        }
        for (SimulatedTablet tablet : world.tablets()) {
            for (SavedChange change : tablet.tablet().saved()) {
                if (change.standing() == Standing.WAITING) {
                    find(tablet + " still waits for a word on " + change.changeId());
                }
            }
        }
    }

    private String whereItIs(Saved saved) {
        return world.tablets().stream()
                .flatMap(tablet -> tablet.tablet().outbox().find(saved.changeId()).stream()
                        .map(change -> "; on " + tablet + " at " + change.ordinal() + " of " + change.originDeviceId()
                                + ", " + change.standing() + " " + change.verdict()))
                .collect(Collectors.joining());
    }

    private static List<UUID> changeIds(Connection connection, String table, UUID team) throws SQLException {
        return Sql.of(connection, "SELECT change_id FROM " + table + " WHERE team_id = ?", team)
                .list(row -> row.id("change_id"));
    }

    private long number(String sql, Object... arguments) {
        return database.read(connection ->
                Sql.of(connection, sql, arguments).first(row -> row.number("n")).orElse(0L));
    }

    private void checkNothingIsLost() {
        Accounts accounts = new Accounts(world.ledger(), new Elements(RecordSchemas.standard()), records, takenIn);
        accounts.check();
        lost += accounts.lost().size();
        doubled += accounts.doubled().size();
        findings.addAll(accounts.lost());
        findings.addAll(accounts.doubled());
    }

    private void checkConflicts() {
        for (RecordState state : records.values()) {
            for (Conflict conflict : state.conflicts().values()) {
                conflicts++;
                boolean isOfOne = speakers(state, conflict).size() < 2 && writers(state.key(), conflict) < 2;
                if (isOfOne) {
                    find("one device disagrees with itself about " + state.key() + ": " + conflict);
                }
            }
        }
    }

    /**
     * How many tablets ever wrote the field, each record that became this one by itself: who has moved the other's
     * value on stands on both sides by now.
     */
    private long writers(RecordKey key, Conflict conflict) {
        return world.ledger().all().stream()
                .filter(saved -> saved.touches(conflict.path()))
                .filter(saved -> speaker(saved.key()).equals(speaker(key)))
                .map(saved -> List.of(saved.tablet(), saved.key()))
                .distinct()
                .count();
    }

    private RecordKey speaker(RecordKey key) {
        return Optional.ofNullable(records.get(key))
                .flatMap(state -> state.life().successor())
                .map(successor -> speaker(key.withId(successor)))
                .orElse(key);
    }

    /** A device, and the record it spoke of: two records that became one may hold what one device said of each. */
    private record Speaker(UUID originDeviceId, UUID recordId) {}

    private Set<Speaker> speakers(RecordState state, Conflict conflict) {
        Set<UUID> changeIds = new HashSet<>();
        state.field(conflict.path())
                .ifPresent(field -> changeIds.addAll(field.stamp().changeIds()));
        conflict.candidates()
                .forEach(candidate -> changeIds.addAll(candidate.stamp().changeIds()));
        return database.read(connection -> {
            Set<Speaker> speakers = new HashSet<>();
            for (UUID changeId : changeIds) {
                speakers.addAll(Sql.of(
                                connection,
                                "SELECT * FROM change_log WHERE team_id = ? AND change_id = ?",
                                state.key().teamId(),
                                changeId)
                        .list(row -> new Speaker(row.id("origin_device_id"), row.id("record_id"))));
            }
            return speakers;
        });
    }

    private void checkLanes() {
        for (UUID team : Office.TEAMS) {
            Map<UUID, Set<Long>> held = new LinkedHashMap<>();
            List.of("change_log", "parked_change", "lane_repeat").forEach(table -> addOrdinals(table, team, held));
            addHoles(team, held);
            List<Lane> lanes =
                    database.read(connection -> Sql.of(connection, "SELECT * FROM lane WHERE team_id = ?", team)
                            .list(row -> new Lane(row.id("origin_device_id"), row.number("last_ordinal"))));
            for (Lane lane : lanes) {
                Set<Long> ordinals = held.getOrDefault(lane.origin(), Set.of());
                LongStream.rangeClosed(1, lane.last())
                        .filter(ordinal -> !ordinals.contains(ordinal))
                        .forEach(gap -> find("team " + team + ", lane of " + lane.origin() + " lacks " + gap));
            }
        }
    }

    private record Lane(UUID origin, long last) {}

    private void addOrdinals(String table, UUID team, Map<UUID, Set<Long>> held) {
        database.read(connection -> Sql.of(
                        connection, "SELECT origin_device_id, ordinal FROM " + table + " WHERE team_id = ?", team)
                .list(row -> held.computeIfAbsent(row.id("origin_device_id"), origin -> new HashSet<>())
                        .add(row.number("ordinal"))));
    }

    private void addHoles(UUID team, Map<UUID, Set<Long>> held) {
        database.read(connection -> Sql.of(connection, "SELECT * FROM lane_hole WHERE team_id = ?", team)
                .list(row -> held.computeIfAbsent(row.id("origin_device_id"), origin -> new HashSet<>())
                        .addAll(LongStream.rangeClosed(row.number("first_ordinal"), row.number("last_ordinal"))
                                .boxed()
                                .toList())));
    }

    private void checkErasures() {
        for (Saved saved : world.ledger().all()) {
            boolean isErased = saved.ends() && takenIn.contains(saved.changeId());
            RecordState state = records.get(saved.key());
            if (isErased && state != null && !isGone(state)) {
                find("withdrawn and alive again: " + state);
            }
            if (isErased
                    && number(
                                    BODIES_OF_A_RECORD,
                                    saved.key().teamId(),
                                    saved.key().id())
                            > 0) {
                find("withdrawn and still in the log: " + saved.key());
            }
        }
    }

    private boolean isGone(RecordState state) {
        Optional<RecordState> speaker =
                state.life().successor().map(id -> records.get(state.key().withId(id)));
        return state.life().isErased() || speaker.filter(this::isGone).isPresent();
    }

    private void checkEpochs() {
        List<String> reasons = database.read(connection ->
                Sql.of(connection, "SELECT why FROM epoch ORDER BY number").list(row -> row.text("why")));
        if (reasons.size() > 1 + world.setBacks()) {
            find("epochs opened for " + reasons + ", though the server was set back " + world.setBacks() + " times");
        }
    }

    private void checkRecordsAgainstTheLog() {
        for (UUID team : Office.TEAMS) {
            boolean tellsAll = number(
                                    "SELECT COUNT(*) AS n FROM change_log WHERE team_id = ? AND action IN ('ACTION_ABSORB', 'ACTION_SPLIT')",
                                    team)
                            + number("SELECT COUNT(*) AS n FROM team WHERE team_id = ? AND restored_head >= 0", team)
                    == 0;
            records.values().stream()
                    .filter(state -> tellsAll && state.key().teamId().equals(team))
                    .filter(state -> !state.life().isErased())
                    .forEach(this::checkAgainstTheLog);
        }
    }

    private void checkAgainstTheLog(RecordState state) {
        List<LoggedChange> log = database.read(connection -> new ChangeLog().of(connection, state.key()));
        RecordState folded = new LogFold().fold(state.key(), log);
        if (!folded.equals(state)) {
            find("the log makes " + folded + " of what is kept as " + state);
        }
    }

    private void checkPlainTables() {
        PlainTables tables = new PlainTables(database, new RecordRows(), RecordSchemas.standard());
        follow(tables);
        Map<UUID, List<String>> followed = dump(tables);
        tables.rebuild();
        follow(tables);
        if (!followed.equals(dump(tables))) {
            find("the plain tables are not what a rebuild makes of the records");
        }
    }

    private static void follow(PlainTables tables) {
        Office.TEAMS.forEach(tables::catchUp);
    }

    private static Map<UUID, List<String>> dump(PlainTables tables) {
        Map<UUID, List<String>> dump = new LinkedHashMap<>();
        Office.TEAMS.forEach(team -> dump.put(team, tables.dump(team)));
        return dump;
    }
}
