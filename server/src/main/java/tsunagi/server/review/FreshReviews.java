package tsunagi.server.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * Reviews as they stand in the records themselves: the plain tables find them, some seconds late, and what moved since is found here, so that a
 * list shows at once what somebody just did.
 */
final class FreshReviews {
    private static final int TYPE = RecordType.RECORD_TYPE_REVIEW_VALUE;
    /** While the plain tables are being made anew, a list shows them as far as they are. */
    private static final int MOVED_MAX = 500;

    private final Connection connection;
    private final UUID teamId;
    private final RecordRows rows = new RecordRows();

    FreshReviews(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /** Those that moved since the plain tables last followed the log, in a number that can be looked at. */
    List<ReviewOf> moved() throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM record WHERE team_id = ? AND record_type = ? AND revision > COALESCE(
                            (SELECT plain_checkpoint.revision FROM plain_checkpoint WHERE plain_checkpoint.team_id = ?), 0)
                        ORDER BY revision DESC LIMIT\s""" + MOVED_MAX, teamId, TYPE, teamId)
                .list(row -> new StoredRecord(
                                new RecordKey(teamId, TYPE, row.id("record_id")),
                                row.number("revision"),
                                row.optionalBytes("tombstone"),
                                row.bytes("contents"))
                        .toState())
                .stream()
                .flatMap(state -> ReviewOf.read(state).stream())
                .toList();
    }

    /** The reviews with these ids. */
    Map<UUID, ReviewOf> find(Collection<UUID> ids) throws SQLException {
        List<RecordKey> keys = new ArrayList<>();
        ids.forEach(id -> keys.add(new RecordKey(teamId, TYPE, id)));
        Map<UUID, ReviewOf> found = new HashMap<>();
        for (StoredRecord stored : rows.find(connection, teamId, keys)) {
            ReviewOf.read(stored.toState())
                    .ifPresent(review -> found.put(stored.key().id(), review));
        }
        return found;
    }

    /** What was said about these records, by their keys. */
    Map<RecordKey, ReviewOf> about(Collection<RecordKey> records) throws SQLException {
        Map<RecordKey, ReviewOf> found = new HashMap<>();
        find(records.stream().map(ReviewOf::key).map(RecordKey::id).toList())
                .values()
                .forEach(review -> found.put(review.about(), review));
        return found;
    }
}
