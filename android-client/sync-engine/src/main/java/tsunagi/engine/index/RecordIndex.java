package tsunagi.engine.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.RecordState;

/**
 * What the replica's records are found by without reading them all: in its file, written in the transaction that writes
 * the records, and made anew from them when a program looks for something else.
 */
public final class RecordIndex {
    private static final String PUT_RECORD = """
            INSERT INTO indexed_record (team_id, record_type, record_id, day, is_open, search_keys, reading_at,
              aliases_at, others_at, order_key)""";
    private static final String PUT_CONFLICT =
            "INSERT OR IGNORE INTO indexed_conflict (team_id, record_type, record_id)";
    private static final String PUT_REFERENCE = """
            INSERT OR IGNORE INTO indexed_reference (team_id, target_type, target_id, record_type, record_id)""";

    private final LocalDatabase database;
    private final ManyRows rows;
    private final Extraction extraction;

    public RecordIndex(LocalDatabase database, Extraction extraction) {
        this.database = database;
        this.rows = new ManyRows(database);
        this.extraction = extraction;
    }

    /** False when an older or another program filled it, or none did. */
    public boolean isOfThisProgram() {
        return database.query(row -> row.bytes(0), "SELECT fingerprint FROM index_note")
                .contains(extraction.fingerprint());
    }

    /** Empties it, to be filled by this program. */
    public void begin() {
        database.execute("DELETE FROM indexed_record");
        database.execute("DELETE FROM indexed_reference");
        database.execute("DELETE FROM indexed_conflict");
        database.execute(
                "INSERT OR REPLACE INTO index_note (only_row, fingerprint) VALUES (1, ?)", extraction.fingerprint());
    }

    /** Takes in how records of a team stand now; each record once. */
    public void put(UUID teamId, Collection<RecordState> states) {
        List<Object[]> keys = new ArrayList<>(states.size());
        List<Object[]> records = new ArrayList<>();
        List<Object[]> references = new ArrayList<>();
        List<Object[]> conflicts = new ArrayList<>();
        for (RecordState state : states) {
            Object[] key = {teamId, state.getRecordType(), state.getRecordId()};
            keys.add(key);
            if (state.getRecord().getConflictsCount() > 0) {
                conflicts.add(key);
            }
            if (hasContents(state.getRecord())) {
                Entry entry =
                        extraction.of(state.getRecordType(), state.getRecord().getBody());
                add(teamId, state, entry, records);
                for (Reference reference : entry.references()) {
                    references.add(new Object[] {
                        teamId, reference.type(), reference.id(), state.getRecordType(), state.getRecordId()
                    });
                }
            }
        }
        drop(keys);
        rows.insert(PUT_RECORD, records);
        rows.insert(PUT_REFERENCE, references);
        rows.insert(PUT_CONFLICT, conflicts);
    }

    /** Records that never had a field, or lost all stamps, are nothing that could be shown. */
    private static boolean hasContents(LiveRecord record) {
        return record.getStampsList().stream().anyMatch(stamped -> stamped.getPathsCount() > 0);
    }

    private static void add(UUID teamId, RecordState state, Entry entry, List<Object[]> records) {
        if (!entry.day().isPresent() && !entry.isOpen() && !entry.keys().isPresent()) {
            return;
        }
        SearchKeys keys = entry.keys().orElse(null);
        records.add(new Object[] {
            teamId,
            state.getRecordType(),
            state.getRecordId(),
            entry.day().orElse(null),
            entry.isOpen(),
            keys == null ? null : keys.text(),
            keys == null ? null : keys.readingAt(),
            keys == null ? null : keys.aliasesAt(),
            keys == null ? null : keys.othersAt(),
            keys == null ? null : keys.order()
        });
    }

    /** These records are no longer here. */
    public void forget(Collection<RecordKey> keys) {
        List<Object[]> arguments = new ArrayList<>(keys.size());
        keys.forEach(key -> arguments.add(new Object[] {key.teamId(), key.type(), Ids.toBytes(key.id())}));
        drop(arguments);
    }

    private void drop(List<Object[]> keys) {
        rows.delete("indexed_record", keys);
        rows.delete("indexed_reference", keys);
        rows.delete("indexed_conflict", keys);
    }

    /** No record of this team is here any more. */
    public void forget(UUID teamId) {
        database.execute("DELETE FROM indexed_record WHERE team_id = ?", teamId);
        database.execute("DELETE FROM indexed_reference WHERE team_id = ?", teamId);
        database.execute("DELETE FROM indexed_conflict WHERE team_id = ?", teamId);
    }
}
