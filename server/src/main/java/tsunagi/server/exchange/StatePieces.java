package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.PiecedState;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StatePiece;
import tsunagi.sync.v1.StatePiecesHeld;

/** The large states of one team's next batch, sent to a tablet piece by piece from where an earlier stream broke. */
final class StatePieces {
    /**
     * What a tablet has to begin with.
     *
     * @param held what it holds of which states
     * @param mayDeflate it can unpack what was deflated
     */
    record Begun(List<StatePiecesHeld> held, boolean mayDeflate) {}

    private final UUID teamId;
    private final PieceLimits limits;
    private final boolean mayDeflate;
    private final Map<ByteString, Long> heldBytes = new HashMap<>();
    private final Deque<RecordState> waiting = new ArrayDeque<>();
    private final List<PiecedState> sent = new ArrayList<>();
    private Optional<Underway> underway = Optional.empty();

    /** A state on its way; only one is packed at a time. */
    private static final class Underway {
        private final PiecedState name;
        private final Parcel parcel;
        private long offset;

        Underway(PiecedState name, Parcel parcel, long offset) {
            this.name = name;
            this.parcel = parcel;
            this.offset = offset;
        }
    }

    StatePieces(UUID teamId, PieceLimits limits, Begun begun) {
        this.teamId = teamId;
        this.limits = limits;
        this.mayDeflate = begun.mayDeflate();
        begun.held().forEach(held -> heldBytes.put(held.getContentSha256(), held.getHeldBytes()));
    }

    /** Takes a state that is too large for a batch; false when it is not. */
    boolean takeIfLarge(StoredRecord record) {
        if (record.sizeBytes() <= limits.wholeStateBytes()) {
            return false;
        }
        waiting.add(record.toProto());
        return true;
    }

    /** The next piece; empty when all of them were sent. */
    Optional<StatePiece> next() {
        while (underway.isPresent() || !waiting.isEmpty()) {
            Underway one = underway.orElseGet(() -> begin(waiting.remove()));
            if (one.offset < one.parcel.content().size()) {
                underway = Optional.of(one);
                return Optional.of(cut(one));
            }
            sent.add(one.name);
            underway = Optional.empty();
        }
        return Optional.empty();
    }

    /** The states whose pieces were sent; the batch that names them lets the tablet drop all pieces it holds. */
    List<PiecedState> finish() {
        List<PiecedState> names = List.copyOf(sent);
        sent.clear();
        heldBytes.clear();
        return names;
    }

    private Underway begin(RecordState state) {
        Parcel parcel = Parcel.of(state.toByteString(), mayDeflate);
        PiecedState name = PiecedState.newBuilder()
                .setRecordType(state.getRecordType())
                .setRecordId(state.getRecordId())
                .setContentSha256(parcel.sha256())
                .build();
        long held = Math.min(
                heldBytes.getOrDefault(parcel.sha256(), 0L), parcel.content().size());
        return new Underway(name, parcel, Math.max(0, held));
    }

    private StatePiece cut(Underway one) {
        ByteString content = one.parcel.piece(one.offset, limits.statePieceBytes());
        StatePiece piece = StatePiece.newBuilder()
                .setTeamId(Ids.toBytes(teamId))
                .setRecordType(one.name.getRecordType())
                .setRecordId(one.name.getRecordId())
                .setContentSha256(one.parcel.sha256())
                .setCodec(one.parcel.codec())
                .setOffsetBytes(one.offset)
                .setTotalBytes(one.parcel.content().size())
                .setContent(content)
                .build();
        one.offset += content.size();
        return piece;
    }
}
