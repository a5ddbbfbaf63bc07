package tsunagi.engine.draft;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.engine.outbox.OutboxFile;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.engine.storage.StorageException;
import tsunagi.record.RecordKey;

/** The drafts on disk; every field is there before the screen goes on. */
final class DraftStore {
    private static final String SELECT =
            "SELECT draft_id, team_id, record_type, record_id, corrects_change_id, touched_at_ms FROM draft ";

    private final LocalDatabase database;

    DraftStore(OutboxFile file) {
        this.database = file.database();
    }

    /** All of it or nothing, and one wait for the disk. */
    <T> T together(Supplier<T> work) {
        return database.inTransaction(work);
    }

    void together(Runnable work) {
        database.inTransaction(work);
    }

    void add(DraftNote draft) {
        database.execute(
                """
                INSERT INTO draft (draft_id, team_id, record_type, record_id, corrects_change_id, touched_at_ms)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                draft.draftId(),
                draft.key().teamId(),
                draft.key().type(),
                draft.key().id(),
                draft.corrects().orElse(null),
                draft.touchedAtMs());
    }

    List<DraftNote> all() {
        return database.query(DraftStore::note, SELECT + "ORDER BY touched_at_ms DESC, draft_id");
    }

    Optional<DraftNote> find(UUID draftId) {
        return database.query(DraftStore::note, SELECT + "WHERE draft_id = ?", draftId).stream()
                .findFirst();
    }

    /** The fields begun; the value is empty where nothing was entered yet. */
    SortedMap<FieldPath, Begun> fields(UUID draftId) {
        SortedMap<FieldPath, Begun> fields = new TreeMap<>();
        database.query(
                row -> fields.put(path(row.bytes(0)), new Begun(stamp(row.bytes(1)), value(row, 2))),
                "SELECT path, seen, value FROM draft_field WHERE draft_id = ?",
                draftId);
        return fields;
    }

    void put(UUID draftId, FieldPath path, Begun begun, long nowMs) {
        database.inTransaction(() -> {
            database.execute(
                    "INSERT OR REPLACE INTO draft_field (draft_id, path, seen, value) VALUES (?, ?, ?, ?)",
                    draftId,
                    path.toProto().toByteString(),
                    begun.seen().toProto().toByteString(),
                    begun.value().orElse(null));
            touch(draftId, nowMs);
        });
    }

    void remove(UUID draftId, FieldPath path, long nowMs) {
        database.inTransaction(() -> {
            database.execute(
                    "DELETE FROM draft_field WHERE draft_id = ? AND path = ?",
                    draftId,
                    path.toProto().toByteString());
            touch(draftId, nowMs);
        });
    }

    private void touch(UUID draftId, long nowMs) {
        if (database.execute("UPDATE draft SET touched_at_ms = ? WHERE draft_id = ?", nowMs, draftId) == 0) {
            throw new IllegalStateException("the draft was saved or discarded");
        }
    }

    void remove(UUID draftId) {
        database.inTransaction(() -> {
            database.execute("DELETE FROM draft_field WHERE draft_id = ?", draftId);
            database.execute("DELETE FROM draft WHERE draft_id = ?", draftId);
        });
    }

    /**
     * A field somebody began to edit.
     *
     * @param value what was entered; empty bytes when the field was cleared
     */
    record Begun(Stamp seen, Optional<ByteString> value) {}

    private static DraftNote note(Row row) {
        return new DraftNote(
                row.id(0),
                new RecordKey(row.id(1), (int) row.integer(2), row.id(3)),
                row.optionalId(4),
                row.integer(5));
    }

    private static Optional<ByteString> value(Row row, int column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(row.bytes(column));
    }

    private static FieldPath path(ByteString bytes) {
        try {
            return FieldPath.fromProto(tsunagi.sync.v1.FieldPath.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new StorageException("a draft's field does not parse", e);
        }
    }

    private static Stamp stamp(ByteString bytes) {
        try {
            return Stamp.fromProto(tsunagi.sync.v1.Stamp.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new StorageException("a draft's stamp does not parse", e);
        }
    }
}
