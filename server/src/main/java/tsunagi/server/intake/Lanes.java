package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.storage.Batch;
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

    /**
     * What a transaction needs to know of a lane.
     *
     * @param lastLogged the last ordinal in the log; beyond the lane itself when an erasure was taken in before its turn
     */
    record Held(Lane lane, List<Hole> holes, long lastLogged) {}

    /** These lanes of a team, as far as anything is held of them. */
    Map<UUID, Held> held(Connection connection, UUID teamId, Collection<UUID> originDeviceIds) throws SQLException {
        Map<UUID, List<Hole>> holes = new HashMap<>();
        select(connection, "SELECT * FROM lane_hole", teamId, originDeviceIds)
                .visit(row -> holes.computeIfAbsent(row.id("origin_device_id"), origin -> new ArrayList<>())
                        .add(new Hole(row.number("first_ordinal"), row.number("last_ordinal"))));
        Map<UUID, Held> held = new HashMap<>();
        for (UUID origin : originDeviceIds) {
            Lane empty = new Lane(teamId, origin, 0, Optional.empty());
            held.put(origin, new Held(empty, holes.getOrDefault(origin, List.of()), 0));
        }
        String lanes = """
                SELECT lane.*, (SELECT max(ordinal) FROM change_log
                    WHERE change_log.team_id = lane.team_id
                        AND change_log.origin_device_id = lane.origin_device_id) AS last_logged
                FROM lane
                """;
        select(connection, lanes, teamId, originDeviceIds).list(Lanes::held).forEach(found -> {
            UUID origin = found.lane().originDeviceId();
            held.put(origin, new Held(found.lane(), held.get(origin).holes(), found.lastLogged()));
        });
        return held;
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
        return verdictsWithHashes(connection, teamId, originDeviceId, ordinals).stream()
                .map(verdict -> verdict.toBuilder().clearContentHash().build())
                .toList();
    }

    /** The same, each with the hash of the change it is about. */
    public List<Verdict> verdictsWithHashes(
            Connection connection, UUID teamId, UUID originDeviceId, List<Long> ordinals) throws SQLException {
        List<Verdict> verdicts = new ArrayList<>();
        for (long ordinal : ordinals) {
            StoredVerdicts.at(connection, teamId, originDeviceId, ordinal)
                    .map(stored -> stored.verdict().toBuilder()
                            .setOrdinal(ordinal)
                            .setContentHash(stored.hash().sha256())
                            .build())
                    .ifPresent(verdicts::add);
        }
        return verdicts;
    }

    void put(Connection connection, Collection<Lane> lanes) throws SQLException {
        try (Batch batch = new Batch(connection, """
                INSERT INTO lane (team_id, origin_device_id, last_ordinal, last_change_id) VALUES (?, ?, ?, ?)
                ON CONFLICT (team_id, origin_device_id) DO UPDATE SET
                    last_ordinal = excluded.last_ordinal, last_change_id = excluded.last_change_id
                """)) {
            for (Lane lane : lanes) {
                batch.add(lane.teamId(), lane.originDeviceId(), lane.lastOrdinal(), lane.lastChangeId());
            }
            batch.run();
        }
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

    private static Sql select(Connection connection, String select, UUID teamId, Collection<UUID> originDeviceIds) {
        List<Object> arguments = new ArrayList<>(List.of(teamId));
        arguments.addAll(originDeviceIds);
        return Sql.of(
                connection,
                select + " WHERE team_id = ? AND origin_device_id IN (" + Sql.marks(originDeviceIds.size()) + ")",
                arguments.toArray());
    }

    private static Held held(Row row) throws SQLException {
        return new Held(lane(row), List.of(), row.optionalNumber("last_logged").orElse(0));
    }

    private static Lane lane(Row row) throws SQLException {
        return new Lane(
                row.id("team_id"),
                row.id("origin_device_id"),
                row.number("last_ordinal"),
                row.optionalId("last_change_id"));
    }
}
