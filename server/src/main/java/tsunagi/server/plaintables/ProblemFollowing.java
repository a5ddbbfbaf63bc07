package tsunagi.server.plaintables;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.LiveRecord;

/**
 * Keeps problems right that depend on another record: when that one moves, a step notes whose rules look at it, and those are checked again
 * in slices of their own, so that no step gets longer by it.
 */
final class ProblemFollowing {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemFollowing.class);
    private static final int SLICE_MAX = 250;

    private final Database database;
    private final RecordRows records;
    private final PlainSchema schema;
    private final Map<String, Integer> typesByTable = new LinkedHashMap<>();

    ProblemFollowing(Database database, RecordRows records, PlainSchema schema) {
        this.database = database;
        this.records = records;
        this.schema = schema;
        schema.types().forEach(type -> typesByTable.put(schema.typeName(type), type));
    }

    /** What the rules of the records of one step may look at. */
    RecordsInReach inReach(UUID teamId) {
        return new RecordsInReach(database, records, teamId);
    }

    /** Notes the records before this step whose rules look at one that it moves; true when there are any. */
    boolean note(Connection connection, Step step) throws SQLException {
        if (step.from() == 0) {
            return false;
        }
        Map<Integer, List<String>> moved = new LinkedHashMap<>();
        step.keys().forEach(key -> moved.computeIfAbsent(key.type(), type -> new ArrayList<>())
                .add(key.id().toString()));
        int noted = 0;
        for (RuleReference reference : RuleReference.ALL) {
            List<String> ids = moved.getOrDefault(reference.lookedAt().getNumber(), List.of());
            if (!ids.isEmpty() && schema.has(reference.table(), reference.column())) {
                noted += note(connection, step, reference, ids);
            }
        }
        return noted > 0;
    }

    private static int note(Connection connection, Step step, RuleReference reference, Collection<String> ids)
            throws SQLException {
        String teamId = step.teamId().toString();
        List<Object> arguments = new ArrayList<>(List.of(reference.table(), teamId, step.from()));
        arguments.addAll(ids);
        arguments.add(teamId);
        arguments.addAll(ids);
        String marks = Sql.marks(ids.size());
        return Sql.of(connection, """
                        INSERT INTO problem_due (team_id, record_type, record_id)
                        SELECT team_id, CAST(? AS TEXT), id FROM %1$s
                        WHERE team_id = ? AND revision <= ? AND (%2$s IN (%3$s) OR %2$s IN (
                            SELECT record_id FROM absorbed WHERE team_id = ? AND successor_id IN (%3$s)))
                        ON CONFLICT (team_id, record_type, record_id) DO NOTHING
                        """.formatted(reference.table(), reference.column(), marks), arguments.toArray())
                .update();
    }

    /** The teams that have noted records. */
    List<UUID> teamsWithAny() {
        return database.read(connection -> Sql.of(connection, "SELECT DISTINCT team_id FROM problem_due")
                .list(row -> UUID.fromString(row.text("team_id"))));
    }

    /** Checks some of the noted records again; false when none was noted. */
    boolean followOne(UUID teamId) {
        Slice slice = database.read(connection -> slice(connection, teamId));
        if (slice.keys().isEmpty()) {
            return false;
        }
        RecordsInReach others = inReach(teamId);
        List<PlainRow> rows = new ArrayList<>();
        slice.records().forEach(record -> rows.addAll(rowsOf(record, others)));
        database.<Void>write(connection -> {
            FollowerLease.awaitTurn(connection);
            // Where somebody followed meanwhile, the rows may be older than those that stand there.
            if (PlainCheckpoint.revision(connection, teamId) == slice.revision()) {
                replace(connection, slice.keys(), rows);
            }
            return null;
        });
        return true;
    }

    /** Noted records, and the revision at which the tables stood when they were looked up. */
    private record Slice(long revision, List<RecordKey> keys, List<StoredRecord> records) {}

    private Slice slice(Connection connection, UUID teamId) throws SQLException {
        List<RecordKey> keys = Sql.of(
                        connection,
                        "SELECT record_type, record_id FROM problem_due WHERE team_id = ? ORDER BY record_type, record_id LIMIT "
                                + SLICE_MAX,
                        teamId.toString())
                .list(row -> new RecordKey(
                        teamId, typesByTable.get(row.text("record_type")), UUID.fromString(row.text("record_id"))));
        return new Slice(PlainCheckpoint.revision(connection, teamId), keys, records.find(connection, teamId, keys));
    }

    private List<PlainRow> rowsOf(StoredRecord record, RecordsInReach others) {
        if (record.tombstone().isPresent()) {
            return List.of();
        }
        try {
            LiveRecord live = LiveRecord.parseFrom(record.contents());
            return ProblemRows.of(record.key(), schema.typeName(record.key().type()), live.getBody(), others);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            LOG.warn("{} could not be checked again", record.key(), e);
            return List.of();
        }
    }

    /** What a form says against its sheets was not looked at and stays. */
    private void replace(Connection connection, List<RecordKey> keys, List<PlainRow> rows) throws SQLException {
        String where = " WHERE team_id = ? AND record_type = ? AND record_id = ?";
        String ofRules = "DELETE FROM record_problem" + where + " AND SUBSTR(rule, 1, 5) <> 'form_'";
        try (Batch problems = new Batch(connection, ofRules);
                Batch due = new Batch(connection, "DELETE FROM problem_due" + where);
                Batch inserts = new Batch(connection, SideTables.RECORD_PROBLEM.insert())) {
            for (RecordKey key : keys) {
                Object[] named = {
                    key.teamId().toString(),
                    schema.typeName(key.type()),
                    key.id().toString()
                };
                problems.add(named);
                due.add(named);
            }
            problems.run();
            due.run();
            for (PlainRow row : rows) {
                inserts.add(row.values().toArray());
            }
            inserts.run();
        }
    }
}
