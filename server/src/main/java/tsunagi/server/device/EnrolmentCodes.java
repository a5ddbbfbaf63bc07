package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** The one-time codes that were made. Only their seal is kept: who reads the database cannot enrol with it. */
public final class EnrolmentCodes {
    public static final Duration LIFETIME = Duration.ofDays(7);
    private static final String PURPOSE = "tsunagi-enrolment-code-v1";

    /**
     * What a code is good for, or was.
     *
     * @param usedBy the device that was made known by it
     */
    record Made(Optional<String> personId, long expiresAtMs, Optional<UUID> usedBy) {}

    private final ServerSecret secret;

    public EnrolmentCodes(ServerSecret secret) {
        this.secret = secret;
    }

    /** Makes a code for one device that is to hold these teams; shown once, it cannot be read again. */
    public EnrolmentCode make(
            Connection connection,
            RandomGenerator random,
            Collection<UUID> teamIds,
            Optional<String> personId,
            long nowMs,
            Duration lifetime)
            throws SQLException {
        EnrolmentCode code = EnrolmentCode.random(random);
        ByteString hash = hash(code);
        Sql.of(connection, """
                        INSERT INTO enrolment_code (code_hash, person_id, made_at_ms, expires_at_ms)
                        VALUES (?, ?, ?, ?)
                        """, hash, personId, nowMs, nowMs + lifetime.toMillis())
                .update();
        for (UUID teamId : teamIds) {
            Sql.of(connection, "INSERT INTO enrolment_code_team (code_hash, team_id) VALUES (?, ?)", hash, teamId)
                    .update();
        }
        return code;
    }

    Optional<Made> find(Connection connection, EnrolmentCode code) throws SQLException {
        return Sql.of(connection, "SELECT * FROM enrolment_code WHERE code_hash = ?", hash(code))
                .first(EnrolmentCodes::made);
    }

    /** Takes a code for a device; false when another one was faster. */
    boolean use(Connection connection, EnrolmentCode code, UUID deviceId, long nowMs) throws SQLException {
        return Sql.of(connection, """
                                UPDATE enrolment_code SET used_at_ms = ?, used_by = ?
                                WHERE code_hash = ? AND used_by IS NULL
                                """, nowMs, deviceId, hash(code)).update() == 1;
    }

    List<UUID> teams(Connection connection, EnrolmentCode code) throws SQLException {
        return Sql.of(connection, "SELECT team_id FROM enrolment_code_team WHERE code_hash = ?", hash(code))
                .list(row -> row.id("team_id"));
    }

    private ByteString hash(EnrolmentCode code) {
        return secret.seal(PURPOSE, ByteString.copyFromUtf8(code.characters()));
    }

    private static Made made(Row row) throws SQLException {
        return new Made(row.optionalText("person_id"), row.number("expires_at_ms"), row.optionalId("used_by"));
    }
}
