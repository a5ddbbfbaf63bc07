package tsunagi.engine.replica;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.engine.storage.StorageException;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.StateBatch;

/** The records as the server said they are. */
public final class Replica {
    private final LocalDatabase database;
    private final Teams teams;
    private final StateParcels parcels;

    public Replica(ReplicaFile file, Teams teams, StateParcels parcels) {
        this.database = file.database();
        this.teams = teams;
        this.parcels = parcels;
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

    /** Sets records of a team to what verdicts said they are now, all or none. */
    public void moveAhead(UUID teamId, Collection<RecordState> states) {
        database.inTransaction(() -> {
            long generation = teams.generation(teamId);
            List<Object[]> puts = new ArrayList<>(states.size());
            states.forEach(state -> puts.add(put(teamId, state.toProto(), generation, true)));
            database.executeBatch(PUT, puts);
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
            List<Object[]> puts = new ArrayList<>(batch.getStatesCount());
            for (tsunagi.sync.v1.RecordState state : batch.getStatesList()) {
                if (state.hasForget()) {
                    forget(teamId, state);
                } else {
                    puts.add(put(teamId, state, generation, false));
                }
            }
            database.executeBatch(PUT, puts);
            parcels.drop(teamId);
            teams.reach(teamId, batch.getCheckpoint());
        });
    }

    private static final String PUT = """
            INSERT OR REPLACE INTO record (team_id, record_type, record_id, revision, generation, is_ahead, successor_id,
              state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

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

    private void forget(UUID teamId, tsunagi.sync.v1.RecordState state) {
        database.execute(
                "DELETE FROM record WHERE team_id = ? AND record_type = ? AND record_id = ?",
                teamId,
                state.getRecordType(),
                state.getRecordId());
    }

    private static RecordState state(UUID teamId, Row row) {
        try {
            return RecordState.fromProto(teamId, tsunagi.sync.v1.RecordState.parseFrom(row.bytes(0)));
        } catch (InvalidProtocolBufferException e) {
            throw new StorageException("a record of the replica does not parse", e);
        }
    }
}
