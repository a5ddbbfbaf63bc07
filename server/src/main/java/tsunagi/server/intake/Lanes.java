package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.Verdict;

/** How far each lane is held, what stands at its ordinals and what was said about them. */
@SuppressWarnings("DoNotCallSuggester")
public final class Lanes {
    /**
     * One lane.
     *
     * @param lastOrdinal the last ordinal held without a gap; 0 when none
     * @param lastChangeId the change at that ordinal; empty when there is none or it is a noted hole
     */
    public record Lane(UUID teamId, UUID originDeviceId, long lastOrdinal, Optional<UUID> lastChangeId) {}

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

    /** All lanes of changes that were made on one device. */
    public List<Lane> ofDevice(Connection connection, UUID originDeviceId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM lane WHERE origin_device_id = ? ORDER BY team_id", originDeviceId)
                .list(Lanes::lane);
    }

    /** The change at an ordinal, taken in or parked; empty when the server holds none there. */
    public Optional<UUID> changeAt(Connection connection, UUID teamId, UUID originDeviceId, long ordinal)
            throws SQLException {
        throw new UnsupportedOperationException();
    }

    /** What the server says today about these ordinals of a lane, those it holds. */
    public List<Verdict> currentVerdicts(Connection connection, UUID teamId, UUID originDeviceId, List<Long> ordinals)
            throws SQLException {
        throw new UnsupportedOperationException();
    }

    private static Lane lane(Row row) throws SQLException {
        return new Lane(
                row.id("team_id"),
                row.id("origin_device_id"),
                row.number("last_ordinal"),
                row.optionalId("last_change_id"));
    }
}
