package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;

/** The records that one transaction reads and moves, so that its changes see each other before they are written. */
final class WorkingRecords {
    private final Connection connection;
    private final UUID teamId;
    private final RecordRows rows;
    private final Map<RecordKey, RecordState> states = new HashMap<>();
    private final Map<RecordKey, RecordState> moved = new LinkedHashMap<>();

    WorkingRecords(Connection connection, UUID teamId, RecordRows rows) {
        this.connection = connection;
        this.teamId = teamId;
        this.rows = rows;
    }

    /** Reads these in few statements, so that asking for them one by one costs nothing. */
    void preload(Collection<RecordKey> keys) throws SQLException {
        keys.forEach(key -> states.put(key, RecordState.absent(key)));
        for (StoredRecord record : rows.find(connection, teamId, keys)) {
            states.put(record.key(), record.toState());
        }
    }

    /** The record as it stands; absent when nobody said anything about it. */
    RecordState get(RecordKey key) throws SQLException {
        RecordState known = states.get(key);
        if (known == null) {
            known = rows.find(connection, key).map(StoredRecord::toState).orElseGet(() -> RecordState.absent(key));
            states.put(key, known);
        }
        return known;
    }

    /** The record that speaks for this one: itself, or the last successor of what absorbed it. */
    RecordState resolve(RecordKey key) throws SQLException {
        RecordState state = get(key);
        for (Optional<UUID> successor = state.life().successor();
                successor.isPresent();
                successor = state.life().successor()) {
            state = get(key.withId(successor.get()));
        }
        return state;
    }

    void put(RecordState state) {
        states.put(state.key(), state);
        moved.put(state.key(), state);
    }

    void flush() throws SQLException {
        List<StoredRecord> records = new ArrayList<>(moved.size());
        moved.values().forEach(state -> records.add(StoredRecord.of(state)));
        rows.put(connection, records);
        moved.clear();
    }
}
