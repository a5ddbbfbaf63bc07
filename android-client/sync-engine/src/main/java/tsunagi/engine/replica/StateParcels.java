package tsunagi.engine.replica;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.Row;
import tsunagi.piece.DamagedParcelException;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Codec;
import tsunagi.sync.v1.PiecedState;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.StatePiece;
import tsunagi.sync.v1.StatePiecesHeld;

/** Large states as far as their pieces have come; they wait for the batch of their team that names them. */
public final class StateParcels {
    /** What this tablet unpacks at most; a record is a few fields of a mebibyte. */
    private static final int STATE_BYTES_MAX = 64 * 1024 * 1024;

    private static final String OF_RECORD = " WHERE team_id = ? AND record_type = ? AND record_id = ?";

    private final LocalDatabase database;

    private record Held(ByteString sha256, Codec codec, long bytes) {}

    public StateParcels(ReplicaFile file) {
        this.database = file.database();
    }

    /** What came of the team's large states so far. */
    public List<StatePiecesHeld> held(UUID teamId) {
        return database.query(
                row -> StatePiecesHeld.newBuilder()
                        .setRecordType((int) row.integer(0))
                        .setRecordId(row.bytes(1))
                        .setContentSha256(row.bytes(2))
                        .setHeldBytes(row.integer(3))
                        .build(),
                "SELECT record_type, record_id, content_sha256, held_bytes FROM state_parcel WHERE team_id = ?",
                teamId);
    }

    /** Keeps a piece; the first of another state of its record takes the place of what was there. False: it does not fit. */
    public boolean keep(StatePiece piece) {
        return database.inTransaction(() -> {
            UUID teamId = Ids.fromBytes(piece.getTeamId());
            long heldBytes = find(teamId, piece.getRecordType(), piece.getRecordId())
                    .filter(held -> held.sha256().equals(piece.getContentSha256()))
                    .map(Held::bytes)
                    .orElse(0L);
            if (piece.getOffsetBytes() != heldBytes) {
                return false;
            }
            if (heldBytes == 0) {
                drop(teamId, piece.getRecordType(), piece.getRecordId());
            }
            append(teamId, piece);
            return true;
        });
    }

    private void append(UUID teamId, StatePiece piece) {
        database.execute(
                "INSERT INTO state_piece (team_id, record_type, record_id, offset_bytes, content) VALUES (?, ?, ?, ?, ?)",
                teamId,
                piece.getRecordType(),
                piece.getRecordId(),
                piece.getOffsetBytes(),
                piece.getContent());
        database.execute(
                """
                INSERT OR REPLACE INTO state_parcel (team_id, record_type, record_id, content_sha256, codec, held_bytes)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                teamId,
                piece.getRecordType(),
                piece.getRecordId(),
                piece.getContentSha256(),
                piece.getCodecValue(),
                piece.getOffsetBytes() + piece.getContent().size());
    }

    /**
     * The batch with the states that it names put together and among its states.
     *
     * @throws DamagedParcelException when one of them is not here as it was sent
     */
    public StateBatch completed(StateBatch batch) throws DamagedParcelException {
        StateBatch.Builder whole = batch.toBuilder().clearPieced();
        for (PiecedState name : batch.getPiecedList()) {
            ByteString state = parcel(Ids.fromBytes(batch.getTeamId()), name).unpacked(STATE_BYTES_MAX);
            try {
                whole.addStates(RecordState.parseFrom(state));
            } catch (InvalidProtocolBufferException e) {
                throw new DamagedParcelException("it is no state: " + e.getMessage());
            }
        }
        return whole.build();
    }

    private Parcel parcel(UUID teamId, PiecedState name) {
        ByteString content = ByteString.EMPTY;
        for (ByteString piece : database.query(
                row -> row.bytes(0),
                "SELECT content FROM state_piece" + OF_RECORD + " ORDER BY offset_bytes",
                teamId,
                name.getRecordType(),
                name.getRecordId())) {
            content = content.concat(piece);
        }
        Codec codec = find(teamId, name.getRecordType(), name.getRecordId())
                .map(Held::codec)
                .orElse(Codec.CODEC_UNSPECIFIED);
        return new Parcel(content, codec, name.getContentSha256());
    }

    /** Lets go of all pieces of a team. */
    public void drop(UUID teamId) {
        database.execute("DELETE FROM state_piece WHERE team_id = ?", teamId);
        database.execute("DELETE FROM state_parcel WHERE team_id = ?", teamId);
    }

    private void drop(UUID teamId, int recordType, ByteString recordId) {
        database.execute("DELETE FROM state_piece" + OF_RECORD, teamId, recordType, recordId);
        database.execute("DELETE FROM state_parcel" + OF_RECORD, teamId, recordType, recordId);
    }

    private Optional<Held> find(UUID teamId, int recordType, ByteString recordId) {
        return database
                .query(
                        StateParcels::read,
                        "SELECT content_sha256, codec, held_bytes FROM state_parcel" + OF_RECORD,
                        teamId,
                        recordType,
                        recordId)
                .stream()
                .findFirst();
    }

    private static Held read(Row row) {
        Codec codec = Codec.forNumber((int) row.integer(1));
        return new Held(row.bytes(0), codec == null ? Codec.UNRECOGNIZED : codec, row.integer(2));
    }
}
