package tsunagi.server.grpc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.device.Device;
import tsunagi.server.device.Devices;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Members;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.ReviewRefusal;
import tsunagi.sync.v1.ReviewRefused;
import tsunagi.sync.v1.Reviewer;
import tsunagi.sync.v1.Role;

/** Tells who may decide for a team from a device: its とりまとめ担当, in person. Thread-safe. */
final class Reviewers {
    private final Database database;
    private final Clock clock;
    private final Teams teams = new Teams();
    private final Devices devices = new Devices();
    private final Members members = new Members();

    Reviewers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What speaks against it; empty when they may. */
    Optional<ReviewRefused> refusal(UUID deviceId, Reviewer by) {
        if (!Ids.isId(by.getTeamId())) {
            return Optional.of(refused(ReviewRefusal.REVIEW_REFUSAL_MALFORMED, "team_id is no id"));
        }
        UUID teamId = Ids.fromBytes(by.getTeamId());
        return database.read(connection -> refusal(connection, deviceId, teamId, by.getPersonId()))
                .map(reason -> refused(reason, ""));
    }

    static ReviewRefused refused(ReviewRefusal reason, String detail) {
        return ReviewRefused.newBuilder().setReason(reason).setDetail(detail).build();
    }

    private Optional<ReviewRefusal> refusal(Connection connection, UUID deviceId, UUID teamId, String personId)
            throws SQLException {
        Optional<Device> device = devices.find(connection, deviceId).filter(known -> !known.isRevoked());
        if (device.isEmpty() || !teams.isGranted(connection, teamId, deviceId)) {
            return Optional.of(ReviewRefusal.REVIEW_REFUSAL_DEVICE_NOT_OF_TEAM);
        }
        if (device.get().personId().filter(owner -> !owner.equals(personId)).isPresent()) {
            return Optional.of(ReviewRefusal.REVIEW_REFUSAL_DEVICE_OF_ANOTHER_PERSON);
        }
        return isSupervisor(connection, teamId, personId)
                ? Optional.empty()
                : Optional.of(ReviewRefusal.REVIEW_REFUSAL_NOT_A_SUPERVISOR);
    }

    private boolean isSupervisor(Connection connection, UUID teamId, String personId) throws SQLException {
        long nowMs = clock.millis();
        return members.of(connection, teamId, personId).stream()
                .anyMatch(part -> part.role() == Role.ROLE_SUPERVISOR && part.covers(nowMs) && !part.isRevoked());
    }
}
