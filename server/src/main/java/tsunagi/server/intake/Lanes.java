package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.Verdict;

/** How far each lane is held, what stands at its ordinals and what was said about it. */
public final class Lanes {
    /**
     * One lane.
     *
     * @param lastOrdinal the last ordinal held without a gap; 0 when none
     * @param lastChangeId the change at that ordinal; empty when there is none or it is a noted hole
     */
    public record Lane(UUID teamId, UUID originDeviceId, long lastOrdinal, Optional<UUID> lastChangeId) {
        Lane at(long ordinal, Optional<UUID> changeId) {
            return new Lane(teamId, originDeviceId, ordinal, changeId);
        }
    }

    /** Ordinals that nobody has any more, both included. */
    record Hole(long first, long last) {
        boolean contains(long ordinal) {
            return first <= ordinal && ordinal <= last;
        }
    }

    /** A lane; at ordinal 0 when nothing came yet. */
    public Lane find(Connection connection, UUID teamId, UUID originDeviceId) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM lane WHERE team_id = ? AND origin_device_id = ?",
                        teamId,
                        originDeviceId)
                .first(Lanes::lane)
                .orElse(new Lane(teamId, originDeviceId, 0, Optional.empty()));
    }

    /** The last ordinal of a lane in the log; beyond the lane itself when an erasure was taken in before its turn. */
    long lastLogged(Connection connection, UUID teamId, UUID originDeviceId) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT MAX(ordinal) AS last FROM change_log WHERE team_id = ? AND origin_device_id = ?",
                        teamId,
                        originDeviceId)
                .first(row -> row.optionalNumber("last").orElse(0))
                .orElse(0L);
    }

    /** All lanes of changes that were made on one device. */
    public List<Lane> ofDevice(Connection connection, UUID originDeviceId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM lane WHERE origin_device_id = ? ORDER BY team_id", originDeviceId)
                .list(Lanes::lane);
    }

    /** The change at an ordinal, taken in or parked; empty when the server holds none there. */
    public Optional<UUID> changeAt(Connection connection, UUID teamId, UUID originDeviceId, long ordinal)
            throws SQLException {
        return StoredVerdicts.at(connection, teamId, originDeviceId, ordinal).map(StoredVerdict::changeId);
    }

    /** What the server says today about these ordinals of a lane, as far as it holds them. */
    public List<Verdict> currentVerdicts(Connection connection, UUID teamId, UUID originDeviceId, List<Long> ordinals)
            throws SQLException {
        List<Verdict> verdicts = new ArrayList<>();
        for (long ordinal : ordinals) {
            StoredVerdicts.at(connection, teamId, originDeviceId, ordinal)
                    .map(stored ->
                            stored.verdict().toBuilder().setOrdinal(ordinal).build())
                    .ifPresent(verdicts::add);
        }
        return verdicts;
    }

    void put(Connection connection, Lane lane) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO lane (team_id, origin_device_id, last_ordinal, last_change_id) VALUES (?, ?, ?, ?)
                        ON CONFLICT (team_id, origin_device_id) DO UPDATE SET
                            last_ordinal = excluded.last_ordinal, last_change_id = excluded.last_change_id
                        """, lane.teamId(), lane.originDeviceId(), lane.lastOrdinal(), lane.lastChangeId())
                .update();
    }

    /** Notes that a change came again at another place than its first. */
    void putRepeat(Connection connection, UUID teamId, UUID originDeviceId, long ordinal, UUID changeId)
            throws SQLException {
        Sql.of(connection, """
                        INSERT INTO lane_repeat (team_id, origin_device_id, ordinal, change_id) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, teamId, originDeviceId, ordinal, changeId).update();
    }

    void putHole(Connection connection, UUID teamId, UUID originDeviceId, Hole hole) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO lane_hole (team_id, origin_device_id, first_ordinal, last_ordinal)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (team_id, origin_device_id, first_ordinal) DO UPDATE SET
                            last_ordinal = CASE WHEN excluded.last_ordinal > lane_hole.last_ordinal
                                THEN excluded.last_ordinal ELSE lane_hole.last_ordinal END
                        """, teamId, originDeviceId, hole.first(), hole.last())
                .update();
    }

    List<Hole> holes(Connection connection, UUID teamId, UUID originDeviceId) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM lane_hole WHERE team_id = ? AND origin_device_id = ?",
                        teamId,
                        originDeviceId)
                .list(row -> new Hole(row.number("first_ordinal"), row.number("last_ordinal")));
    }

    private static Lane lane(Row row) throws SQLException {
        return new Lane(
                row.id("team_id"),
                row.id("origin_device_id"),
                row.number("last_ordinal"),
                row.optionalId("last_change_id"));
    }
}
