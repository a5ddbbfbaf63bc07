package tsunagi.engine.outbox;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.engine.storage.StorageException;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.Verdict;

/** Everything that was ever saved on this tablet, and what the server said of it. Nothing here deletes unsent work. */
public final class Outbox {
    private static final String COLUMNS = """
            SELECT sequence, team_id, origin_device_id, ordinal, change_id, record_type, record_id, saved_at_ms, standing,
              revision, applied_to_record_id, verdict, seen_by_person, corrected_by_change_id, header, body
            FROM change
            """;
    private static final String UNSETTLED =
            "(standing IN ('WAITING', 'PARKED') OR standing = 'TAKEN' AND revision > ?) AND header IS NOT NULL";
    /** Each part by an index of its own: what is settled, which is nearly all after a year, is not even looked at. */
    private static final String UNSETTLED_OF_TYPE = """
            WHERE header IS NOT NULL AND sequence IN (
              SELECT sequence FROM change WHERE team_id = ? AND record_type = ? AND standing = 'WAITING'
              UNION ALL SELECT sequence FROM change WHERE team_id = ? AND record_type = ? AND standing = 'PARKED'
              UNION ALL SELECT sequence FROM change
                WHERE team_id = ? AND record_type = ? AND standing = 'TAKEN' AND revision > ?)
            ORDER BY sequence
            """;

    private final LocalDatabase database;
    private final OwnDevice device;
    private volatile Runnable whenSaved = () -> {};

    public Outbox(OutboxFile file, OwnDevice device) {
        this.database = file.database();
        this.device = device;
    }

    /** Has this run whenever something was saved; on whatever thread saves, so it must be quick. */
    public void whenSaved(Runnable told) {
        whenSaved = told;
    }

    /** Saves changes and gives them their ordinals; all or none. */
    public List<SavedChange> append(List<NewChange> changes, long nowMs) {
        List<SavedChange> appended = database.inTransaction(() -> {
            List<SavedChange> saved = new ArrayList<>();
            for (NewChange change : changes) {
                saved.add(append(change, nowMs));
            }
            return saved;
        });
        whenSaved.run();
        return appended;
    }

    private SavedChange append(NewChange newChange, long nowMs) {
        Change change = newChange.change();
        RecordKey key = change.key();
        long ordinal = nextOrdinal(new Lane(key.teamId(), device.id()));
        database.execute(
                """
                INSERT INTO change (team_id, origin_device_id, ordinal, change_id, record_type, record_id, saved_at_ms,
                  standing, revision, seen_by_person, header, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, 1, ?, ?)
                """,
                key.teamId(),
                device.id(),
                ordinal,
                change.changeId(),
                key.type(),
                key.id(),
                nowMs,
                change.wire().getHeader(),
                change.wire().getBody());
        newChange
                .corrects()
                .ifPresent(parked -> database.execute(
                        "UPDATE change SET corrected_by_change_id = ? WHERE change_id = ?", change.changeId(), parked));
        return find(change.changeId()).orElseThrow(() -> new StorageException("a saved change is not there"));
    }

    private long nextOrdinal(Lane lane) {
        long next = lastOrdinal(lane) + 1;
        database.execute(
                "INSERT OR REPLACE INTO lane (team_id, origin_device_id, last_ordinal) VALUES (?, ?, ?)",
                lane.teamId(),
                lane.originDeviceId(),
                next);
        return next;
    }

    private long lastOrdinal(Lane lane) {
        return database
                .query(
                        row -> row.integer(0),
                        "SELECT last_ordinal FROM lane WHERE team_id = ? AND origin_device_id = ?",
                        lane.teamId(),
                        lane.originDeviceId())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    public Optional<SavedChange> find(UUID changeId) {
        return database.query(Outbox::read, COLUMNS + "WHERE change_id = ?", changeId).stream()
                .findFirst();
    }

    public Optional<SavedChange> at(Lane lane, long ordinal) {
        return database
                .query(
                        Outbox::read,
                        COLUMNS + "WHERE team_id = ? AND origin_device_id = ? AND ordinal = ?",
                        lane.teamId(),
                        lane.originDeviceId(),
                        ordinal)
                .stream()
                .findFirst();
    }

    /** Everything, in the order it was saved. */
    public List<SavedChange> all() {
        return database.query(Outbox::read, COLUMNS + "ORDER BY sequence");
    }

    /**
     * What may still have to be shown on top of the replica, in the order it was saved.
     *
     * @param coveredRevision up to here the replica holds whatever it may hold
     */
    public List<SavedChange> unsettled(UUID teamId, long coveredRevision) {
        return database.query(
                Outbox::read,
                COLUMNS + "WHERE team_id = ? AND " + UNSETTLED + " ORDER BY sequence",
                teamId,
                coveredRevision);
    }

    /** The same, of the records of one type. */
    public List<SavedChange> unsettled(UUID teamId, int recordType, long coveredRevision) {
        return database.query(Outbox::read, COLUMNS + UNSETTLED_OF_TYPE, ofType(teamId, recordType, coveredRevision));
    }

    private static Object[] ofType(UUID teamId, int recordType, long coveredRevision) {
        return new Object[] {teamId, recordType, teamId, recordType, teamId, recordType, coveredRevision};
    }

    /** The records of one type whose life one of these changes is about; their bodies, which may be large, are not read. */
    public List<RecordKey> unsettledLives(UUID teamId, int recordType, long coveredRevision) {
        List<RecordKey> keys = new ArrayList<>();
        database.query(
                row -> isEdit(row.bytes(1)) || keys.add(new RecordKey(teamId, recordType, row.id(0))),
                "SELECT record_id, header FROM change " + UNSETTLED_OF_TYPE,
                ofType(teamId, recordType, coveredRevision));
        return keys;
    }

    private static boolean isEdit(ByteString header) {
        try {
            return ChangeHeader.parseFrom(header).getAction() == Action.ACTION_EDIT;
        } catch (InvalidProtocolBufferException e) {
            throw new StorageException("a kept change does not parse", e);
        }
    }

    /** The same, of one record. */
    public List<SavedChange> unsettled(RecordKey key, long coveredRevision) {
        return database.query(
                Outbox::read,
                COLUMNS + "WHERE team_id = ? AND record_type = ? AND record_id = ? AND " + UNSETTLED
                        + " ORDER BY sequence",
                key.teamId(),
                key.type(),
                key.id(),
                coveredRevision);
    }

    /** The highest revision that one of this tablet's changes took in a team. */
    public long lastRevision(UUID teamId) {
        return database.queryOne(
                row -> row.integer(0), "SELECT coalesce(max(revision), 0) FROM change WHERE team_id = ?", teamId);
    }

    public Tally tally() {
        return database.queryOne(
                row -> new Tally(
                        row.integer(0),
                        row.integer(0) - row.integer(1),
                        row.integer(1),
                        row.integer(2),
                        row.integer(3)),
                """
                SELECT count(*), coalesce(sum(standing = 'WAITING'), 0), coalesce(sum(standing = 'PARKED'), 0),
                  coalesce(sum(seen_by_person = 0), 0)
                FROM change
                """);
    }

    /** A person has seen what the server said of these changes. */
    public void markSeen(Collection<UUID> changeIds) {
        List<Object[]> arguments = new ArrayList<>();
        changeIds.forEach(id -> arguments.add(new Object[] {id}));
        database.executeBatch("UPDATE change SET seen_by_person = 1 WHERE change_id = ?", arguments);
    }

    /**
     * Notes the server's words on changes of one lane. A word on a change that was already taken, erased or dropped is
     * a repetition and changes nothing.
     *
     * @param erased the records that these words withdrew or destroyed
     */
    public void judge(Lane lane, List<Verdict> verdicts, Collection<RecordKey> erased) {
        database.inTransaction(() -> {
            verdicts.forEach(verdict -> judge(lane, Judgement.of(verdict)));
            erased.forEach(this::erase);
        });
    }

    private void judge(Lane lane, Judgement judgement) {
        if (judgement.standing() == Standing.WAITING) {
            return;
        }
        int judged = database.execute(
                """
                UPDATE change SET standing = ?, was_parked = was_parked OR ?, revision = ?, applied_to_record_id = ?,
                  verdict = ?, seen_by_person = ?
                WHERE team_id = ? AND origin_device_id = ? AND ordinal = ? AND standing IN ('WAITING', 'PARKED')
                """,
                judgement.standing().name(),
                judgement.standing() == Standing.PARKED,
                judgement.revision(),
                judgement.appliedTo().orElse(null),
                judgement.verdict().toByteString(),
                judgement.needsNoPerson(),
                lane.teamId(),
                lane.originDeviceId(),
                judgement.verdict().getOrdinal());
        if (judged > 0 && judgement.standing() == Standing.ERASED) {
            at(lane, judgement.verdict().getOrdinal()).ifPresent(change -> erase(change.key()));
        }
    }

    /**
     * Lets go of what judged changes said about a record that was withdrawn or destroyed. The change that ended it says
     * nothing about it and stays, to be handed in again should a server forget.
     */
    public void erase(RecordKey key) {
        Object[] record = {key.teamId(), key.type(), key.id()};
        database.execute("""
                UPDATE change SET header = NULL, body = NULL
                WHERE team_id = ? AND record_type = ? AND record_id = ? AND standing <> 'WAITING'
                  AND length(body) > 0
                """, record);
        // Nobody can release or correct any more what waited on the server for a person.
        database.execute("""
                UPDATE change SET standing = 'ERASED', verdict = NULL, seen_by_person = 0
                WHERE team_id = ? AND record_type = ? AND record_id = ? AND standing = 'PARKED'
                """, record);
    }

    private static SavedChange read(Row row) {
        return new SavedChange(
                row.integer(0),
                row.id(2),
                row.integer(3),
                row.id(4),
                new RecordKey(row.id(1), (int) row.integer(5), row.id(6)),
                row.integer(7),
                Standing.valueOf(row.text(8)),
                row.integer(9),
                row.optionalId(10),
                row.isNull(11) ? Optional.empty() : Optional.of(verdict(row.bytes(11))),
                row.flag(12),
                row.optionalId(13),
                wire(row));
    }

    private static tsunagi.sync.v1.Change wire(Row row) {
        if (row.isNull(14)) {
            return tsunagi.sync.v1.Change.getDefaultInstance();
        }
        return tsunagi.sync.v1.Change.newBuilder()
                .setHeader(row.bytes(14))
                .setBody(row.bytes(15))
                .build();
    }

    private static Verdict verdict(ByteString bytes) {
        try {
            return Verdict.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new StorageException("a kept verdict does not parse", e);
        }
    }
}
