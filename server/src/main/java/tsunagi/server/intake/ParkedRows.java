package tsunagi.server.intake;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.ClockOffset.Corrected;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;

/** The rows of parked changes. */
final class ParkedRows {
    boolean isAnyWaiting(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, "SELECT 1 FROM parked_change WHERE team_id = ? AND state = 'WAITING' LIMIT 1", teamId)
                .first(row -> true)
                .isPresent();
    }

    /** All that wait, in the order they came. */
    List<ParkedChange> waiting(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM parked_change WHERE team_id = ? AND state = 'WAITING'
                        ORDER BY received_at_ms, origin_device_id, ordinal
                        """, teamId).list(ParkedRows::parked);
    }

    /** Those of one record that wait, in the order they came. */
    List<ParkedChange> waiting(Connection connection, RecordKey key) throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM parked_change
                        WHERE team_id = ? AND record_type = ? AND record_id = ? AND state = 'WAITING'
                        ORDER BY received_at_ms, origin_device_id, ordinal
                        """, key.teamId(), key.type(), key.id()).list(ParkedRows::parked);
    }

    Optional<ParkedChange> find(Connection connection, UUID teamId, UUID changeId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM parked_change WHERE team_id = ? AND change_id = ?", teamId, changeId)
                .first(ParkedRows::parked);
    }

    /** Keeps a parked change in place of what was there under its id. */
    void put(Connection connection, UUID teamId, ParkedChange parked, Optional<String> settledBy) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO parked_change (team_id, change_id, origin_device_id, ordinal, carrier_device_id,
                            record_type, record_id, content_hash, header, body, sealed_body, reason, detail,
                            behind_change_id, received_at_ms, corrected_at_ms, clock_was_wrong, state, settled_by,
                            verdict)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (team_id, change_id) DO UPDATE SET
                            body = excluded.body, sealed_body = excluded.sealed_body, reason = excluded.reason,
                            detail = excluded.detail, behind_change_id = excluded.behind_change_id,
                            state = excluded.state, settled_by = excluded.settled_by, verdict = excluded.verdict
                        """,
                        teamId,
                        parked.changeId(),
                        parked.originDeviceId(),
                        parked.ordinal(),
                        parked.carrierDeviceId(),
                        parked.key().map(RecordKey::type),
                        parked.key().map(RecordKey::id),
                        parked.hash().sha256(),
                        parked.wire().getHeader(),
                        parked.wire().hasBody() ? parked.wire().getBody() : null,
                        parked.wire().hasSealedBody() ? parked.wire().getSealedBody() : null,
                        parked.reason(),
                        parked.detail(),
                        parked.behind(),
                        parked.receivedAtMs(),
                        parked.madeAt().atMs(),
                        parked.madeAt().clockWasWrong(),
                        parked.state(),
                        settledBy,
                        parked.verdict().toByteString())
                .update();
    }

    /** Erases what parked changes say about a record; that they came stays. */
    void eraseContents(Connection connection, RecordKey key) throws SQLException {
        Sql.of(connection, """
                        UPDATE parked_change SET body = NULL, sealed_body = NULL
                        WHERE team_id = ? AND record_type = ? AND record_id = ?
                        """, key.teamId(), key.type(), key.id()).update();
    }

    private static ParkedChange parked(Row row) throws SQLException {
        UUID teamId = row.id("team_id");
        int type = row.smallNumber("record_type");
        return new ParkedChange(
                row.id("change_id"),
                row.id("origin_device_id"),
                row.id("carrier_device_id"),
                row.number("ordinal"),
                row.optionalId("record_id").map(id -> new RecordKey(teamId, type, id)),
                new ContentHash(row.bytes("content_hash")),
                wire(row),
                ParkReason.valueOf(row.text("reason")),
                row.text("detail"),
                row.optionalId("behind_change_id"),
                new Corrected(row.number("corrected_at_ms"), row.truth("clock_was_wrong")),
                row.number("received_at_ms"),
                ParkedChange.State.valueOf(row.text("state")),
                verdict(row.bytes("verdict")));
    }

    private static Change wire(Row row) throws SQLException {
        Change.Builder wire = Change.newBuilder().setHeader(row.bytes("header"));
        row.optionalBytes("body").ifPresent(wire::setBody);
        row.optionalBytes("sealed_body").ifPresent(wire::setSealedBody);
        return wire.build();
    }

    private static Verdict verdict(ByteString bytes) {
        try {
            return Verdict.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept verdict does not parse", e);
        }
    }
}
