package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Reads what moved in a team, page by page, for a device that may hold it. Thread-safe. */
final class RecordPages {
    /**
     * Records that moved.
     *
     * @param upTo the revision up to which this is all
     * @param mark the team's mark at that revision
     * @param head the team's head before the records were read
     */
    record Page(List<StoredRecord> records, long upTo, ByteString mark, long head) {}

    private final Database database;
    private final ExchangeLimits limits;
    private final Teams teams = new Teams();
    private final RecordRows rows = new RecordRows();

    RecordPages(Database database, ExchangeLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    /**
     * What moved after a revision; empty when the device may not hold the team any more.
     *
     * @param bytes about as much as this, within the limits
     * @param isPassed which records the device has already; asked once for each
     */
    Optional<Page> after(UUID deviceId, UUID teamId, long revision, int bytes, BiPredicate<RecordKey, Long> isPassed) {
        return database.read(connection -> mayHold(connection, deviceId, teamId)
                ? Optional.of(page(connection, teamId, revision, Math.min(bytes, limits.pageBytes()), isPassed))
                : Optional.empty());
    }

    private Page page(
            Connection connection, UUID teamId, long revision, int bytes, BiPredicate<RecordKey, Long> isPassed)
            throws SQLException {
        // The head comes first: a checkpoint that passed a head read after the rows would skip what came between.
        Team team = teams.find(connection, teamId).orElseThrow();
        RecordRows.Slice slice =
                rows.movedBetween(connection, teamId, revision, team.head(), limits.pageRecords(), bytes, isPassed);
        ByteString mark = markAt(connection, team, slice.upTo()).orElseThrow();
        return new Page(slice.records(), slice.upTo(), mark, team.head());
    }

    /** The team's mark at a revision; empty when its log does not reach there. */
    static Optional<ByteString> markAt(Connection connection, Team team, long revision) throws SQLException {
        if (revision == team.head()) {
            return Optional.of(team.mark());
        }
        if (revision == 0) {
            return Optional.of(Teams.markOfEmptyLog(team.id()));
        }
        return Sql.of(connection, "SELECT mark FROM change_log WHERE team_id = ? AND revision = ?", team.id(), revision)
                .first(row -> row.bytes("mark"));
    }

    private static boolean mayHold(Connection connection, UUID deviceId, UUID teamId) throws SQLException {
        return Sql.of(connection, """
                        SELECT 1 FROM device_team JOIN device ON device.device_id = device_team.device_id
                        WHERE device_team.team_id = ? AND device_team.device_id = ? AND device.revoked_at_ms IS NULL
                        """, teamId, deviceId).first(row -> true).isPresent();
    }
}
