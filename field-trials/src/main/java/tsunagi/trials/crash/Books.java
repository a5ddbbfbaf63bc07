package tsunagi.trials.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.RecordState;

/** What a server's database holds, read without the server, and what is wrong with it in itself. */
final class Books {
    private final Database database;
    private final List<UUID> kept = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private Books(Database database) {
        this.database = database;
    }

    static Books read(Database database) {
        Books books = new Books(database);
        Office.TEAMS.forEach(team -> database.<Void>read(connection -> {
            books.read(connection, team);
            return null;
        }));
        return books;
    }

    /** Gaps, and epochs that nobody had reason to open. */
    List<String> findings() {
        return findings;
    }

    /** Those of these changes that the server does not have. */
    Set<UUID> missing(Set<UUID> changes) {
        Set<UUID> missing = new HashSet<>(changes);
        kept.forEach(missing::remove);
        return missing;
    }

    /** How often it has a change more than once, or one that nobody saved. */
    int doubled(Set<UUID> saved) {
        Set<UUID> once = new HashSet<>(saved);
        return (int) kept.stream().filter(change -> !once.remove(change)).count();
    }

    /** Every record, as tablets are to hold it. */
    Map<RecordKey, RecordState> records() {
        Map<RecordKey, RecordState> records = new HashMap<>();
        for (UUID team : Office.TEAMS) {
            database.read(connection -> new RecordRows()
                            .movedBetween(connection, team, 0, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE))
                    .records()
                    .forEach(record -> records.put(record.key(), record.toProto()));
        }
        return records;
    }

    /** True when the plain tables, once they have followed to the end, are what a rebuild makes. */
    boolean arePlainTablesWhatARebuildMakes() {
        PlainTables tables = new PlainTables(database, new RecordRows(), RecordSchemas.standard());
        List<String> followed = followed(tables);
        tables.rebuild();
        return !followed.isEmpty() && followed.equals(followed(tables));
    }

    private static List<String> followed(PlainTables tables) {
        List<String> lines = new ArrayList<>();
        for (UUID team : Office.TEAMS) {
            tables.catchUp(team);
            lines.addAll(tables.dump(team));
        }
        return lines;
    }

    private void read(Connection connection, UUID team) throws SQLException {
        List<Long> revisions = new ArrayList<>();
        Map<UUID, Set<Long>> lanes = new HashMap<>();
        Sql.of(connection, "SELECT * FROM change_log WHERE team_id = ? ORDER BY revision", team)
                .visit(row -> {
                    kept.add(row.id("change_id"));
                    lanes.computeIfAbsent(row.id("origin_device_id"), device -> new TreeSet<>())
                            .add(row.number("ordinal"));
                    return revisions.add(row.number("revision"));
                });
        Sql.of(connection, "SELECT * FROM parked_change WHERE team_id = ? AND state <> 'RELEASED'", team)
                .visit(row -> {
                    lanes.computeIfAbsent(row.id("origin_device_id"), device -> new TreeSet<>())
                            .add(row.number("ordinal"));
                    return kept.add(row.id("change_id"));
                });
        checkRevisions(connection, team, revisions);
        checkLanes(connection, team, lanes);
        if (number(connection, "SELECT count(*) AS n FROM epoch") > 1) {
            findings.add("a new epoch was opened: the server had lost what it had given its word on");
        }
    }

    private void checkRevisions(Connection connection, UUID team, List<Long> revisions) throws SQLException {
        long head = number(connection, "SELECT head AS n FROM team WHERE team_id = ?", team);
        if (!revisions.equals(LongStream.rangeClosed(1, head).boxed().toList())) {
            findings.add("team " + team + " is at revision " + head + ", and its log has not each of them once");
        }
    }

    private void checkLanes(Connection connection, UUID team, Map<UUID, Set<Long>> lanes) throws SQLException {
        Map<UUID, Set<Long>> expected = new HashMap<>();
        Sql.of(connection, "SELECT * FROM lane WHERE team_id = ? AND last_ordinal > 0", team)
                .visit(row -> {
                    Set<Long> ordinals = new TreeSet<>(LongStream.rangeClosed(1, row.number("last_ordinal"))
                            .boxed()
                            .toList());
                    expected.put(row.id("origin_device_id"), ordinals);
                    return true;
                });
        if (!expected.equals(lanes)) {
            findings.add("the lanes of team " + team + " are not what its log holds");
        }
    }

    private static long number(Connection connection, String sql, Object... arguments) throws SQLException {
        return Sql.of(connection, sql, arguments).first(row -> row.number("n")).orElse(0L);
    }
}
