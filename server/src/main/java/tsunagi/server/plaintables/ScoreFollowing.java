package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * Keeps scores right when a sheet comes before its form version, or its round changes after it: what a step leaves to be
 * done again is noted in that step, and done in slices of its own, so that no step gets longer by it.
 */
final class ScoreFollowing {
    private static final int SLICE_MAX = 250;

    private final Database database;
    private final RecordRows records;
    private final PlainSchema schema;

    ScoreFollowing(Database database, RecordRows records, PlainSchema schema) {
        this.database = database;
        this.records = records;
        this.schema = schema;
    }

    /** Something done within a transaction. */
    interface Writing {
        void write() throws SQLException;
    }

    /** What the scores of the sheets among these stand on. */
    SheetBasis basis(Connection connection, UUID teamId, Collection<StoredRecord> moved) throws SQLException {
        return SheetBasis.of(connection, records, teamId, schema.hasSheets() ? moved : List.of());
    }

    /** Does the writing of a step and notes which sheets before it have to be looked at again; true while any are noted. */
    boolean around(Connection connection, Step step, Writing writing) throws SQLException {
        if (!schema.hasSheets()) {
            writing.write();
            return false;
        }
        DueScores due = new DueScores(connection, step.teamId());
        DueScores.Moved moved = due.movedBy(step);
        writing.write();
        due.note(moved, step);
        return !due.ids(1).isEmpty();
    }

    /** The teams that have noted sheets. */
    List<UUID> teamsWithAny() {
        return schema.hasSheets()
                ? database.read(connection -> Sql.of(connection, "SELECT DISTINCT team_id FROM score_due")
                        .list(row -> UUID.fromString(row.text("team_id"))))
                : List.of();
    }

    /** Looks at some of the noted sheets again; false when none was noted. */
    boolean followOne(UUID teamId) {
        if (!schema.hasSheets()) {
            return false;
        }
        Slice slice = database.read(connection -> slice(connection, teamId));
        if (slice.ids().isEmpty()) {
            return false;
        }
        List<PlainRow> rows = new ArrayList<>();
        slice.sheets().forEach(sheet -> rows.addAll(slice.basis().rowsOf(sheet.key())));
        database.<Void>write(connection -> {
            FollowerLease.awaitTurn(connection);
            // Where somebody followed meanwhile, the rows may be older than those that stand there.
            if (PlainCheckpoint.revision(connection, teamId) == slice.revision()) {
                new StepWriter(connection, schema, teamId).replaceScores(slice.ids(), rows);
            }
            return null;
        });
        return true;
    }

    /** Noted sheets, and the revision at which the tables stood when they were looked up. */
    private record Slice(long revision, List<String> ids, List<StoredRecord> sheets, SheetBasis basis) {}

    private Slice slice(Connection connection, UUID teamId) throws SQLException {
        DueScores due = new DueScores(connection, teamId);
        List<String> ids = due.ids(SLICE_MAX);
        List<StoredRecord> sheets = due.sheets(records, teamId, ids);
        return new Slice(PlainCheckpoint.revision(connection, teamId), ids, sheets, basis(connection, teamId, sheets));
    }
}
