package tsunagi.server.console.account;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tsunagi.server.storage.Sql;

/** Who is signed in, by a token that only their browser holds; any server on the database knows them. */
final class Sessions {
    /** A desk that was left is closed; one that is used is not, within a working day. */
    static final Duration IDLE_MAX = Duration.ofHours(2);

    static final Duration LIFETIME = Duration.ofHours(12);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int TOKEN_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** Begins one and gives its token, which is kept nowhere here. */
    String begin(Connection connection, String personId) throws SQLException {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long nowMs = clock.millis();
        Sql.of(
                        connection,
                        "DELETE FROM console_session WHERE made_at_ms < ? OR last_used_at_ms < ?",
                        nowMs - LIFETIME.toMillis(),
                        nowMs - IDLE_MAX.toMillis())
                .update();
        Sql.of(
                        connection,
                        "INSERT INTO console_session (token_hash, person_id, made_at_ms, last_used_at_ms) VALUES (?, ?, ?, ?)",
                        hash(token),
                        personId,
                        nowMs,
                        nowMs)
                .update();
        return token;
    }

    /** Whose it is, while it lasts. */
    Optional<Session> find(Connection connection, String token) throws SQLException {
        long nowMs = clock.millis();
        return Sql.of(connection, """
                        SELECT person_id, last_used_at_ms FROM console_session
                        WHERE token_hash = ? AND made_at_ms >= ? AND last_used_at_ms >= ?
                        """, hash(token), nowMs - LIFETIME.toMillis(), nowMs - IDLE_MAX.toMillis())
                .first(row -> new Session(
                        row.text("person_id"), nowMs - row.number("last_used_at_ms") > NOTED_EVERY.toMillis()));
    }

    /** A session, and whether that it was used has to be noted again. */
    record Session(String personId, boolean isToBeNoted) {}

    void note(Connection connection, String token) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE console_session SET last_used_at_ms = ? WHERE token_hash = ?",
                        clock.millis(),
                        hash(token))
                .update();
    }

    void end(Connection connection, String token) throws SQLException {
        Sql.of(connection, "DELETE FROM console_session WHERE token_hash = ?", hash(token))
                .update();
    }

    static void endAll(Connection connection, String personId) throws SQLException {
        Sql.of(connection, "DELETE FROM console_session WHERE person_id = ?", personId)
                .update();
    }

    private static ByteString hash(String token) {
        try {
            return ByteString.copyFrom(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
