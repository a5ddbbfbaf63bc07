package tsunagi.engine.replica;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.index.RecordIndex;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.engine.storage.StorageException;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.StateBatch;

/** The records as the server said they are. */
public final class Replica {
    /** How many records are in memory at once while the index is filled. */
    private static final int PAGE_RECORDS = 500;

    private final LocalDatabase database;
    private final Teams teams;
    private final StateParcels parcels;
    private final RecordIndex index;

    public Replica(ReplicaFile file, Teams teams, StateParcels parcels, RecordIndex index) {
        this.database = file.database();
        this.teams = teams;
        this.parcels = parcels;
        this.index = index;
        if (!index.isOfThisProgram()) {
            indexAnew();
        }
    }

    private void indexAnew() {
        database.inTransaction(() -> {
            index.begin();
            for (UUID teamId : database.query(row -> row.id(0), "SELECT DISTINCT team_id FROM record")) {
                long last = Long.MIN_VALUE;
                for (List<Numbered> page = page(teamId, last); !page.isEmpty(); page = page(teamId, last)) {
                    index.put(teamId, page.stream().map(Numbered::state).collect(Collectors.toList()));
                    last = page.get(page.size() - 1).row();
                }
            }
        });
    }

    /** A state and the number of its row. */
    private record Numbered(long row, tsunagi.sync.v1.RecordState state) {}

    private List<Numbered> page(UUID teamId, long after) {
        return database.query(
                row -> new Numbered(row.integer(0), message(row, 1)),
                "SELECT rowid, state FROM record WHERE team_id = ? AND rowid > ? ORDER BY rowid LIMIT " + PAGE_RECORDS,
                teamId,
                after);
    }

    public Optional<Held> find(RecordKey key) {
        return database
                .query(
                        row -> new Held(state(key.teamId(), row), row.flag(1)),
                        "SELECT state, is_ahead FROM record WHERE team_id = ? AND record_type = ? AND record_id = ?",
                        key.teamId(),
                        key.type(),
                        key.id())
                .stream()
                .findFirst();
    }

    public List<RecordState> list(UUID teamId, int recordType) {
        return database.query(
                row -> state(teamId, row),
                "SELECT state FROM record WHERE team_id = ? AND record_type = ? ORDER BY record_id",
                teamId,
                recordType);
    }

    /** Every record of a team, tombstones among them. */
    public List<RecordState> all(UUID teamId) {
        return database.query(
                row -> state(teamId, row),
                "SELECT state FROM record WHERE team_id = ? ORDER BY record_type, record_id",
                teamId);
    }

    /** The ids of the records that this one speaks for, directly. */
    public List<UUID> absorbedInto(RecordKey key) {
        return database.query(
                row -> row.id(0),
                "SELECT record_id FROM record WHERE team_id = ? AND record_type = ? AND successor_id = ?",
                key.teamId(),
                key.type(),
                key.id());
    }

    /** The records of a type that were absorbed, each with the one that speaks for it. */
    public Map<UUID, UUID> absorbed(UUID teamId, int recordType) {
        Map<UUID, UUID> successors = new HashMap<>();
        database.query(
                row -> successors.put(row.id(0), row.id(1)),
                "SELECT record_id, successor_id FROM record WHERE team_id = ? AND record_type = ?"
                        + " AND successor_id IS NOT NULL",
                teamId,
                recordType);
        return successors;
    }

    /** Sets records of a team to what verdicts said they are now, all or none. */
    public void moveAhead(UUID teamId, Collection<RecordState> states) {
        database.inTransaction(() -> {
            long generation = teams.generation(teamId);
            Map<RecordKey, tsunagi.sync.v1.RecordState> puts = new LinkedHashMap<>();
            states.forEach(state -> puts.put(state.key(), state.toProto()));
            put(teamId, puts.values(), generation, true);
        });
    }

    /**
     * Takes in what the server sent, and the checkpoint that holds after it. Each state replaces what was there: within
     * one exchange the server's order is the truth, and after a restore its revisions begin lower. What came in pieces
     * for this batch is in it; the pieces go.
     */
    public void receive(StateBatch batch) {
        UUID teamId = Ids.fromBytes(batch.getTeamId());
        database.inTransaction(() -> {
            long generation = teams.generation(teamId);
            Map<RecordKey, tsunagi.sync.v1.RecordState> puts = new LinkedHashMap<>();
            List<RecordKey> forgotten = new ArrayList<>();
            for (tsunagi.sync.v1.RecordState state : batch.getStatesList()) {
                RecordKey key = new RecordKey(teamId, state.getRecordType(), Ids.fromBytes(state.getRecordId()));
                if (state.hasForget()) {
                    forgotten.add(key);
                    puts.remove(key);
                } else {
                    puts.put(key, state);
                }
            }
            forget(forgotten);
            put(teamId, puts.values(), generation, false);
            parcels.drop(teamId);
            teams.reach(teamId, batch.getCheckpoint());
        });
    }

    private static final String PUT = """
            INSERT OR REPLACE INTO record (team_id, record_type, record_id, revision, generation, is_ahead, successor_id,
              state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private void put(UUID teamId, Collection<tsunagi.sync.v1.RecordState> states, long generation, boolean isAhead) {
        List<Object[]> puts = new ArrayList<>(states.size());
        states.forEach(state -> puts.add(put(teamId, state, generation, isAhead)));
        database.executeBatch(PUT, puts);
        index.put(teamId, states);
    }

    private static Object[] put(UUID teamId, tsunagi.sync.v1.RecordState state, long generation, boolean isAhead) {
        return new Object[] {
            teamId,
            state.getRecordType(),
            state.getRecordId(),
            state.getRevision(),
            generation,
            isAhead,
            state.getTombstone().hasSuccessorId() ? state.getTombstone().getSuccessorId() : null,
            state.toByteArray()
        };
    }

    private void forget(List<RecordKey> keys) {
        for (RecordKey key : keys) {
            database.execute(
                    "DELETE FROM record WHERE team_id = ? AND record_type = ? AND record_id = ?",
                    key.teamId(),
                    key.type(),
                    key.id());
        }
        index.forget(keys);
    }

    private static RecordState state(UUID teamId, Row row) {
        return RecordState.fromProto(teamId, message(row, 0));
    }

    private static tsunagi.sync.v1.RecordState message(Row row, int column) {
        try {
            return tsunagi.sync.v1.RecordState.parseFrom(row.bytes(column));
        } catch (InvalidProtocolBufferException e) {
            throw new StorageException("a record of the replica does not parse", e);
        }
    }

    /** How many records are here, of all teams, ended ones among them. */
    public long count() {
        return database.queryOne(row -> row.integer(0), "SELECT count(*) FROM record");
    }
}
