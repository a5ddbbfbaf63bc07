package tsunagi.engine.replica;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.engine.index.RecordIndex;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.engine.storage.StorageException;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.TeamGrant;

/** Which teams this device holds, and how far. */
public final class Teams {
    private static final String SELECT = "SELECT team_id, grant_message, checkpoint, covered_revision FROM team ";

    private final LocalDatabase database;
    private final StateParcels parcels;
    private final RecordIndex index;

    public Teams(ReplicaFile file, StateParcels parcels, RecordIndex index) {
        this.database = file.database();
        this.parcels = parcels;
        this.index = index;
    }

    public List<Team> all() {
        return database.query(Teams::read, SELECT + "ORDER BY team_id");
    }

    public Optional<Team> find(UUID teamId) {
        return database.query(Teams::read, SELECT + "WHERE team_id = ?", teamId).stream()
                .findFirst();
    }

    /** Takes over what the server grants; the records of a team that it no longer grants go. */
    public void grant(List<TeamGrant> grants) {
        database.inTransaction(() -> {
            Set<UUID> granted = new HashSet<>();
            for (TeamGrant grant : grants) {
                UUID teamId = Ids.fromBytes(grant.getTeamId());
                granted.add(teamId);
                makeSureOf(teamId);
                database.execute("UPDATE team SET grant_message = ? WHERE team_id = ?", grant.toByteString(), teamId);
            }
            for (Team team : all()) {
                if (!granted.contains(team.teamId())) {
                    drop(team.teamId());
                }
            }
        });
    }

    private void drop(UUID teamId) {
        database.execute("DELETE FROM record WHERE team_id = ?", teamId);
        index.forget(teamId);
        parcels.drop(teamId);
        database.execute("DELETE FROM fetched_piece WHERE team_id = ?", teamId);
        database.execute("DELETE FROM fetched_file WHERE team_id = ?", teamId);
        database.execute("UPDATE team SET grant_message = NULL WHERE team_id = ?", teamId);
        pullAnew(teamId);
    }

    /** The next exchange fetches a baseline of this team. */
    public void pullAnew(UUID teamId) {
        database.execute(
                "UPDATE team SET checkpoint = NULL, is_in_baseline = 0, covered_revision = 0 WHERE team_id = ?",
                teamId);
    }

    /** Revisions count anew: what the replica holds of this tablet's own changes has to be found out again. */
    public void uncover() {
        database.execute("UPDATE team SET covered_revision = 0");
    }

    /** The teams in which verdicts moved records that no checkpoint covers yet. */
    public List<UUID> aheadOfCheckpoint() {
        return database.query(row -> row.id(0), "SELECT DISTINCT team_id FROM record WHERE is_ahead = 1");
    }

    /**
     * From here on the server accounts for every record of the team, or goes on with such an account. A new one makes
     * the old checkpoint void, lest the server goes on from there with an account that this one has replaced.
     */
    public void beginBaseline(UUID teamId, boolean isResumed) {
        makeSureOf(teamId);
        database.execute("""
                UPDATE team SET generation = generation + (CASE WHEN ? AND is_in_baseline THEN 0 ELSE 1 END),
                  checkpoint = CASE WHEN ? AND is_in_baseline THEN checkpoint ELSE NULL END,
                  is_in_baseline = 1
                WHERE team_id = ?
                """, isResumed, isResumed, teamId);
    }

    /** The account is complete: what it did not mention goes. */
    public void endBaseline(UUID teamId, ByteString checkpoint) {
        database.inTransaction(() -> {
            long generation = generation(teamId);
            index.forget(database.query(
                    row -> new RecordKey(teamId, (int) row.integer(0), row.id(1)),
                    "SELECT record_type, record_id FROM record WHERE team_id = ? AND generation <> ?",
                    teamId,
                    generation));
            database.execute("DELETE FROM record WHERE team_id = ? AND generation <> ?", teamId, generation);
            database.execute("UPDATE team SET is_in_baseline = 0 WHERE team_id = ?", teamId);
            reach(teamId, checkpoint);
        });
    }

    /** The replica holds everything it may hold; of this tablet's own changes that is so up to this revision. */
    public void settle(UUID teamId, long coveredRevision) {
        database.inTransaction(() -> {
            database.execute("UPDATE record SET is_ahead = 0 WHERE team_id = ? AND is_ahead = 1", teamId);
            database.execute("UPDATE team SET covered_revision = ? WHERE team_id = ?", coveredRevision, teamId);
        });
    }

    void reach(UUID teamId, ByteString checkpoint) {
        makeSureOf(teamId);
        database.execute("UPDATE team SET checkpoint = ? WHERE team_id = ?", checkpoint, teamId);
    }

    long generation(UUID teamId) {
        return database.query(row -> row.integer(0), "SELECT generation FROM team WHERE team_id = ?", teamId).stream()
                .findFirst()
                .orElse(0L);
    }

    private void makeSureOf(UUID teamId) {
        database.execute("""
                INSERT OR IGNORE INTO team (team_id, generation, is_in_baseline, covered_revision) VALUES (?, 0, 0, 0)
                """, teamId);
    }

    private static Team read(Row row) {
        return new Team(
                row.id(0),
                row.isNull(1) ? Optional.empty() : Optional.of(grant(row.bytes(1))),
                row.bytes(2),
                row.integer(3));
    }

    private static TeamGrant grant(ByteString bytes) {
        try {
            return TeamGrant.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new StorageException("a kept team does not parse", e);
        }
    }
}
