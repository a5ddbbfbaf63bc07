package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Reads these in few statements, so that asking for them one by one costs nothing. */
    void preload(Collection<UUID> originDeviceIds) throws SQLException {
        lanes.held(connection, teamId, originDeviceIds)
                .forEach((origin, held) -> byOrigin.put(origin, new WorkingLane(held)));
    }

    WorkingLane of(UUID originDeviceId) throws SQLException {
        if (!byOrigin.containsKey(originDeviceId)) {
            preload(Set.of(originDeviceId));
        }
        return byOrigin.get(originDeviceId);
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
        List<Lanes.Lane> moved = new ArrayList<>();
        for (WorkingLane lane : byOrigin.values()) {
            if (lane.isMoved) {
                moved.add(lane.lane);
                lane.isMoved = false;
            }
        }
        lanes.put(connection, moved);
    }

    /** One lane on its way forward. */
    static final class WorkingLane {
        private final List<Lanes.Hole> holes;
        private final long lastLogged;
        private Lanes.Lane lane;
        private boolean isMoved;

        private WorkingLane(Lanes.Held held) {
            this.lane = held.lane();
            this.holes = held.holes();
            this.lastLogged = held.lastLogged();
            hop();
        }

        long nextOrdinal() {
            return lane.lastOrdinal() + 1;
        }

        /** The last ordinal in the log when the transaction began; an erasure may stand there before its turn came. */
        long lastLogged() {
            return lastLogged;
        }

        /** Makes sure that the lane is kept, also when it did not move. */
        void keep() {
            isMoved = true;
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
