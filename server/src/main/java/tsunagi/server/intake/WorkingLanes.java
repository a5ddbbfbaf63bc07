package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The lanes that one transaction moves. */
final class WorkingLanes {
    private final Connection connection;
    private final UUID teamId;
    private final Lanes lanes;
    private final Map<UUID, WorkingLane> byOrigin = new HashMap<>();

    WorkingLanes(Connection connection, UUID teamId, Lanes lanes) {
        this.connection = connection;
        this.teamId = teamId;
        this.lanes = lanes;
    }

    WorkingLane of(UUID originDeviceId) throws SQLException {
        WorkingLane known = byOrigin.get(originDeviceId);
        if (known == null) {
            known = new WorkingLane(
                    lanes.find(connection, teamId, originDeviceId),
                    lanes.holes(connection, teamId, originDeviceId),
                    lanes.lastLogged(connection, teamId, originDeviceId));
            byOrigin.put(originDeviceId, known);
        }
        return known;
    }

    /** Notes that a change came again at another place than its first. */
    void putRepeat(UUID originDeviceId, long ordinal, UUID changeId) throws SQLException {
        lanes.putRepeat(connection, teamId, originDeviceId, ordinal, changeId);
    }

    /** Notes ordinals that nobody has any more; what is held of them stays. */
    void putHole(UUID originDeviceId, Lanes.Hole hole) throws SQLException {
        lanes.putHole(connection, teamId, originDeviceId, hole);
        flush();
        byOrigin.remove(originDeviceId);
        of(originDeviceId);
    }

    void flush() throws SQLException {
        for (WorkingLane lane : byOrigin.values()) {
            if (lane.isMoved) {
                lanes.put(connection, lane.lane);
                lane.isMoved = false;
            }
        }
    }

    /** One lane on its way forward. */
    static final class WorkingLane {
        private final List<Lanes.Hole> holes;
        private final long lastLogged;
        private Lanes.Lane lane;
        private boolean isMoved;

        private WorkingLane(Lanes.Lane lane, List<Lanes.Hole> holes, long lastLogged) {
            this.lane = lane;
            this.holes = holes;
            this.lastLogged = lastLogged;
            hop();
        }

        long nextOrdinal() {
            return lane.lastOrdinal() + 1;
        }

        /** The last ordinal in the log when the transaction began; an erasure may stand there before its turn came. */
        long lastLogged() {
            return lastLogged;
        }

        void advance(UUID changeId) {
            move(nextOrdinal(), Optional.of(changeId));
            hop();
        }

        /** Goes past ordinals that nobody has any more. */
        private void hop() {
            for (Optional<Lanes.Hole> hole = holeAt(nextOrdinal()); hole.isPresent(); hole = holeAt(nextOrdinal())) {
                move(hole.get().last(), Optional.empty());
            }
        }

        private Optional<Lanes.Hole> holeAt(long ordinal) {
            return holes.stream().filter(hole -> hole.contains(ordinal)).findFirst();
        }

        private void move(long ordinal, Optional<UUID> changeId) {
            lane = lane.at(ordinal, changeId);
            isMoved = true;
        }
    }
}
