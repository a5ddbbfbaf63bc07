package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/**
 * The records of all teams as ordinary tables, for reports, exports and anybody with SQL. They follow the log by revision,
 * in small steps, and can be thrown away and made again at any time. Thread-safe; of two that do the same step at once,
 * one does it and the other finds it done.
 */
public final class PlainTables {
    /** A step holds the database's writer for some ten milliseconds, and intake waits no longer than that. */
    private static final int STEP_RECORDS_MAX = 80;

    /** Rows are several times as large as what they are made of, and all of a step's are in memory at once. */
    private static final int STEP_BYTES_MAX = 1 << 20;

    private final Database database;
    private final RecordRows records;
    private final PlainSchema schema;
    private final Projection projection;
    private final Catalog catalog;
    private final ScoreFollowing scores;
    private final ProblemFollowing problems;

    public PlainTables(Database database, RecordRows records, RecordSchemas schemas) {
        this.database = database;
        this.records = records;
        this.schema = new PlainSchema(schemas);
        this.projection = new Projection(schema);
        this.catalog = new Catalog(schema, database.dialect());
        this.scores = new ScoreFollowing(database, records, schema);
        this.problems = new ProblemFollowing(database, records, schema);
    }

    /** To be called before anything else: makes the tables where they are missing or another program's. */
    public boolean prepare() {
        return database.write(catalog::remakeIfOutdated);
    }

    /** Throws all plain tables away and begins again at revision 0. */
    public void rebuild() {
        database.<Void>write(connection -> {
            catalog.remake(connection);
            return null;
        });
    }

    /** The teams whose log went on since the tables last followed it, or that have records to be looked at again. */
    public List<UUID> behind() {
        Set<UUID> teams = new TreeSet<>(logWentOn());
        teams.addAll(scores.teamsWithAny());
        teams.addAll(problems.teamsWithAny());
        return List.copyOf(teams);
    }

    private List<UUID> logWentOn() {
        return database.read(connection -> Sql.of(connection, """
                        SELECT team.team_id FROM team LEFT JOIN plain_checkpoint ON plain_checkpoint.team_id = team.team_id
                        WHERE team.head > COALESCE(plain_checkpoint.revision, 0)
                        """).list(row -> row.id("team_id")));
    }

    /** How many teams {@link #follow(Collection)} may be asked to follow at once. */
    int teamsTogether() {
        return database.dialect().teamsTogether();
    }

    /** Does the next step; false when the tables hold all that stood in the log when it began. */
    public boolean follow(UUID teamId) {
        return follow(List.of(teamId));
    }

    /** Does steps until the tables hold all that stands in the team's log. */
    public void catchUp(UUID teamId) {
        boolean isMoreLeft = true;
        while (isMoreLeft) {
            isMoreLeft = follow(teamId);
        }
    }

    /** Does the next step of each of these teams, small ones together; true when there is more to do. */
    public boolean follow(Collection<UUID> teamIds) {
        boolean isMoreLeft = false;
        List<Step> steps = new ArrayList<>();
        int count = 0;
        for (UUID teamId : teamIds) {
            Step step = nextStep(teamId);
            if (step.isEmpty()) {
                isMoreLeft |= scores.followOne(teamId) || problems.followOne(teamId);
            } else {
                steps.add(step);
                count += step.records().size();
            }
            if (count >= STEP_RECORDS_MAX) {
                isMoreLeft |= take(steps);
                steps.clear();
                count = 0;
            }
        }
        return (!steps.isEmpty() && take(steps)) || isMoreLeft;
    }

    /** What there is to do, as much of it as is done in one go. */
    Step nextStep(UUID teamId) {
        return database.read(connection -> {
            AsOf asOf = asOf(connection, teamId);
            RecordRows.Slice slice = records.movedBetween(
                    connection, teamId, asOf.revision(), asOf.head(), STEP_RECORDS_MAX, STEP_BYTES_MAX);
            return new Step(
                    teamId,
                    asOf.revision(),
                    slice.upTo(),
                    asOf.head(),
                    slice.records(),
                    Receipts.of(connection, teamId, slice.records()),
                    scores.basis(connection, teamId, slice.records()));
        });
    }

    /** Does it, unless the tables are no longer where it begins; true when there is more to do. */
    boolean take(Step step) {
        return take(List.of(step));
    }

    private boolean take(List<Step> steps) {
        // Outside of the transaction: this is the larger half of the work.
        List<List<PlainRow>> rows = steps.stream().map(this::rows).toList();
        return database.write(connection -> {
            FollowerLease.awaitTurn(connection);
            boolean isMoreLeft = false;
            for (int i = 0; i < steps.size(); i++) {
                isMoreLeft |= take(connection, steps.get(i), rows.get(i));
            }
            return isMoreLeft;
        });
    }

    private boolean take(Connection connection, Step step, List<PlainRow> rows) throws SQLException {
        if (!PlainCheckpoint.advance(connection, step)) {
            return true;
        }
        boolean isScoreDue = scores.around(
                connection, step, () -> new StepWriter(connection, schema, step.teamId()).replace(step.keys(), rows));
        boolean isProblemDue = problems.note(connection, step);
        return isScoreDue || isProblemDue || step.to() < step.head();
    }

    private List<PlainRow> rows(Step step) {
        List<PlainRow> rows = new ArrayList<>();
        RecordsInReach others = problems.inReach(step.teamId());
        step.records().forEach(record -> rows.addAll(projection.rowsOf(record, step, others)));
        return rows;
    }

    public AsOf asOf(UUID teamId) {
        return database.read(connection -> asOf(connection, teamId));
    }

    /** All rows of a team as lines of text, always in the same order: equal tables are equal lists. */
    public List<String> dump(UUID teamId) {
        List<String> lines = new ArrayList<>();
        database.<Void>read(connection -> {
            for (PlainTable table : schema.tables()) {
                lines.addAll(Sql.of(connection, "SELECT * FROM " + table + " WHERE team_id = ?", teamId.toString())
                        .list(row -> line(table, row)));
            }
            return null;
        });
        Collections.sort(lines);
        return lines;
    }

    private static AsOf asOf(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, """
                        SELECT team.head, COALESCE(plain_checkpoint.revision, 0) AS revision, change_log.received_at_ms
                        FROM team
                        LEFT JOIN plain_checkpoint ON plain_checkpoint.team_id = team.team_id
                        LEFT JOIN change_log ON change_log.team_id = team.team_id
                            AND change_log.revision = plain_checkpoint.revision
                        WHERE team.team_id = ?
                        """, teamId).first(PlainTables::asOf).orElse(new AsOf(0, 0, Optional.empty()));
    }

    private static AsOf asOf(Row row) throws SQLException {
        var receivedAtMs = row.optionalNumber("received_at_ms");
        Optional<Instant> receivedAt = receivedAtMs.isPresent()
                ? Optional.of(Instant.ofEpochMilli(receivedAtMs.getAsLong()))
                : Optional.empty();
        return new AsOf(row.number("revision"), row.number("head"), receivedAt);
    }

    private static String line(PlainTable table, Row row) throws SQLException {
        StringBuilder line = new StringBuilder(table.name());
        for (Column column : table.columns()) {
            Optional<String> value = row.optionalText(column.name());
            value.ifPresent(
                    text -> line.append(' ').append(column.name()).append('=').append(text));
        }
        return line.toString();
    }
}
