package tsunagi.server.storage;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.change.FieldPath;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.Verdict;

/** Every change that was taken in, team by team, in the order of revisions. */
public final class ChangeLog {
    private static final RecordKey NO_RECORD = new RecordKey(new UUID(0, 0), 0, new UUID(0, 0));

    /** The hash chained over a team's log up to a revision; empty when the log has no such revision. */
    public Optional<ByteString> markAt(Connection connection, UUID teamId, long revision) throws SQLException {
        return Sql.of(connection, "SELECT mark FROM change_log WHERE team_id = ? AND revision = ?", teamId, revision)
                .first(row -> row.bytes("mark"));
    }

    public Optional<LoggedChange> find(Connection connection, UUID teamId, UUID changeId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM change_log WHERE team_id = ? AND change_id = ?", teamId, changeId)
                .first(ChangeLog::logged);
    }

    /** What was said about one record under its own id, in the order it was taken in. */
    public List<LoggedChange> of(Connection connection, RecordKey key) throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM change_log WHERE team_id = ? AND record_type = ? AND record_id = ?
                        ORDER BY revision
                        """, key.teamId(), key.type(), key.id()).list(ChangeLog::logged);
    }

    /** What one person said about records of a type from one revision to another, both among them. */
    public List<LoggedChange> by(
            Connection connection, UUID teamId, int recordType, String personId, long first, long last)
            throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM change_log WHERE team_id = ? AND revision >= ? AND revision <= ?
                            AND record_type = ? AND author_person_id = ?
                        ORDER BY revision
                        """, teamId, first, last, recordType, personId)
                .list(ChangeLog::logged);
    }

    /** What this person made among the revisions from the first to the last, in their order. */
    public List<LoggedChange> between(Connection connection, UUID teamId, long first, long last, String personId)
            throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM change_log
                        WHERE team_id = ? AND revision >= ? AND revision <= ? AND author_person_id = ?
                        ORDER BY revision
                        """, teamId, first, last, personId).list(ChangeLog::logged);
    }

    /** The revision at which a record was first spoken of; empty when it never was. */
    public OptionalLong firstRevision(Connection connection, RecordKey key) throws SQLException {
        return Sql.of(connection, """
                        SELECT min(revision) AS first FROM change_log
                        WHERE team_id = ? AND record_type = ? AND record_id = ?
                        """, key.teamId(), key.type(), key.id())
                .first(row -> row.optionalNumber("first"))
                .orElse(OptionalLong.empty());
    }

    public void append(Connection connection, Collection<LoggedChange> changes) throws SQLException {
        try (Batch batch = new Batch(connection, """
                INSERT INTO change_log (team_id, revision, change_id, origin_device_id, ordinal, carrier_device_id,
                    record_type, record_id, action, author_person_id, body_id, corrected_at_ms, clock_was_wrong,
                    received_at_ms, content_hash, mark, header, body, results, verdict)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (LoggedChange change : changes) {
                batch.add(
                        change.key().teamId(),
                        change.revision(),
                        change.changeId(),
                        change.originDeviceId(),
                        change.ordinal(),
                        change.carrierDeviceId(),
                        change.key().type(),
                        change.key().id(),
                        change.action(),
                        change.by().getPersonId(),
                        change.by().hasBodyId() ? change.by().getBodyId() : null,
                        change.by().getCorrectedAtMs(),
                        change.by().getClockWasWrong(),
                        change.receivedAtMs(),
                        change.hash().sha256(),
                        change.mark(),
                        change.header(),
                        change.body(),
                        packed(change.results()),
                        change.verdict().toByteString());
            }
            batch.run();
        }
    }

    /** Writes what stands after a change anew, once its record was folded again. */
    public void replaceResults(
            Connection connection, UUID teamId, long revision, SortedMap<FieldPath, StampedValue> results)
            throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE change_log SET results = ? WHERE team_id = ? AND revision = ?",
                        packed(results),
                        teamId,
                        revision)
                .update();
    }

    /** Erases what was ever said about a record; that something was said stays. */
    public void eraseContents(Connection connection, RecordKey key) throws SQLException {
        Sql.of(connection, """
                        UPDATE change_log SET body = NULL, results = NULL
                        WHERE team_id = ? AND record_type = ? AND record_id = ?
                        """, key.teamId(), key.type(), key.id()).update();
    }

    /** Erases the values that one change left in records other than its own. */
    public void eraseResults(Connection connection, UUID teamId, UUID changeId) throws SQLException {
        Sql.of(connection, "UPDATE change_log SET results = NULL WHERE team_id = ? AND change_id = ?", teamId, changeId)
                .update();
    }

    private static LoggedChange logged(Row row) throws SQLException {
        UUID originDeviceId = row.id("origin_device_id");
        return new LoggedChange(
                row.number("revision"),
                row.id("change_id"),
                new RecordKey(row.id("team_id"), row.smallNumber("record_type"), row.id("record_id")),
                Action.valueOf(row.text("action")),
                originDeviceId,
                row.number("ordinal"),
                row.id("carrier_device_id"),
                authorship(row, originDeviceId),
                row.number("received_at_ms"),
                new ContentHash(row.bytes("content_hash")),
                row.bytes("mark"),
                row.bytes("header"),
                row.optionalBytes("body"),
                unpacked(row.optionalBytes("results")),
                verdict(row.bytes("verdict")));
    }

    private static Authorship authorship(Row row, UUID originDeviceId) throws SQLException {
        Authorship.Builder by = Authorship.newBuilder()
                .setPersonId(row.text("author_person_id"))
                .setOriginDeviceId(Ids.toBytes(originDeviceId))
                .setCorrectedAtMs(row.number("corrected_at_ms"))
                .setClockWasWrong(row.truth("clock_was_wrong"));
        row.optionalText("body_id").ifPresent(by::setBodyId);
        return by.build();
    }

    /** Fields with stamps have a form already: that of a live record. */
    private static Optional<ByteString> packed(SortedMap<FieldPath, StampedValue> results) {
        return results.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordState(NO_RECORD, 0, new Life.Alive(), results, new TreeMap<>())
                        .contents()
                        .toByteString());
    }

    private static SortedMap<FieldPath, StampedValue> unpacked(Optional<ByteString> results) {
        try {
            return results.isPresent()
                    ? RecordState.of(NO_RECORD, 0, new Life.Alive(), LiveRecord.parseFrom(results.get()))
                            .fields()
                    : new TreeMap<>();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("kept results do not parse", e);
        }
    }

    private static Verdict verdict(ByteString bytes) {
        try {
            return Verdict.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept verdict does not parse", e);
        }
    }
}
