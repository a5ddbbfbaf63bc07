package tsunagi.server.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.Verdict;

/** Looks up what was said about changes that were taken in or parked. */
final class StoredVerdicts {
    private static final int IDS_PER_STATEMENT = 200;

    private StoredVerdicts() {}

    /** By their ids, those of them that the server holds. */
    static Map<UUID, StoredVerdict> find(Connection connection, UUID teamId, Collection<UUID> changeIds)
            throws SQLException {
        Map<UUID, StoredVerdict> found = new HashMap<>();
        List<UUID> ids = new ArrayList<>(changeIds);
        // A parked change that was released stands in both; then the log's word counts.
        for (String table : List.of("parked_change", "change_log")) {
            for (List<UUID> some : Slices.of(ids, IDS_PER_STATEMENT)) {
                String where = "change_id IN (" + Sql.marks(some.size()) + ")";
                select(connection, table, where, teamId, some.toArray())
                        .list(StoredVerdicts::stored)
                        .forEach(stored -> found.put(stored.changeId(), stored));
            }
        }
        return found;
    }

    /** At a place in a lane. */
    static Optional<StoredVerdict> at(Connection connection, UUID teamId, UUID originDeviceId, long ordinal)
            throws SQLException {
        for (String table : List.of("change_log", "parked_change")) {
            Optional<StoredVerdict> found = select(
                            connection, table, "origin_device_id = ? AND ordinal = ?", teamId, originDeviceId, ordinal)
                    .first(StoredVerdicts::stored);
            if (found.isPresent()) {
                return found;
            }
        }
        Optional<UUID> repeated = Sql.of(
                        connection,
                        "SELECT change_id FROM lane_repeat WHERE team_id = ? AND origin_device_id = ? AND ordinal = ?",
                        teamId,
                        originDeviceId,
                        ordinal)
                .first(row -> row.id("change_id"));
        return repeated.isPresent()
                ? Optional.ofNullable(
                        find(connection, teamId, List.of(repeated.get())).get(repeated.get()))
                : Optional.empty();
    }

    private static Sql select(Connection connection, String table, String where, UUID teamId, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(teamId));
        all.addAll(Arrays.asList(arguments));
        return Sql.of(connection, """
                SELECT change_id, origin_device_id, ordinal, content_hash, verdict
                FROM %s WHERE team_id = ? AND %s
                """.formatted(table, where), all.toArray());
    }

    private static StoredVerdict stored(Row row) throws SQLException {
        try {
            return new StoredVerdict(
                    row.id("change_id"),
                    row.id("origin_device_id"),
                    row.number("ordinal"),
                    new ContentHash(row.bytes("content_hash")),
                    Verdict.parseFrom(row.bytes("verdict")));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept verdict does not parse", e);
        }
    }
}
