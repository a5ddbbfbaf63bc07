package tsunagi.engine.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.sync.v1.ChangePiece;
import tsunagi.sync.v1.PiecesHeld;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.Welcome;

/** The large changes of one exchange: they go one at a time, piece by piece, from where an earlier line broke. */
final class OutgoingParcels {
    /** Small enough that a thin line which keeps breaking carries some of them each time. */
    private static final int PIECE_BYTES = 4 * 1024;
    /** A change of fewer pieces is not worth the trouble. */
    private static final int PIECES_MIN = 2;
    /** A server that lets go of a change again and again will not take it on this line. */
    private static final int STARTS_MAX = 3;

    /** What the server's word on a piece means for what is sent next. */
    enum Next {
        /** Nothing. */
        GO_ON,
        /** The change is to be begun again, from where the server holds it. */
        AGAIN,
        /** The server does not keep what it is sent. */
        GIVE_UP
    }

    private record Underway(Lane lane, long ordinal, Parcel parcel, long offset) {
        Underway from(long otherOffset) {
            return new Underway(lane, ordinal, parcel, otherOffset);
        }
    }

    private final Map<Lane, PiecesHeld> heldByServer = new HashMap<>();
    private int pieceBytes;
    private boolean mayDeflate;
    private int startsAgain;
    private Optional<Underway> underway = Optional.empty();

    void keepTo(Welcome welcome) {
        pieceBytes = Math.min(PIECE_BYTES, welcome.getLimits().getPieceBytes());
        mayDeflate = welcome.getCodec().equals(Parcel.DEFLATE);
        welcome.getPiecesList().forEach(held -> heldByServer.put(laneOf(held), held));
    }

    /** A change of more bytes goes in pieces. */
    int wholeChangeBytes() {
        return pieceBytes == 0 ? Integer.MAX_VALUE : PIECES_MIN * pieceBytes;
    }

    boolean isUnderway() {
        return underway.isPresent();
    }

    /** Begins a change, behind what the server holds of it. */
    void begin(SavedChange change) {
        Parcel parcel = Parcel.of(change.wire().toByteString(), mayDeflate);
        long offset = Optional.ofNullable(heldByServer.get(change.lane()))
                .filter(held -> held.getOrdinal() == change.ordinal()
                        && held.getContentSha256().equals(parcel.sha256()))
                .map(PiecesHeld::getHeldBytes)
                .orElse(0L);
        underway = Optional.of(new Underway(
                change.lane(),
                change.ordinal(),
                parcel,
                Math.min(offset, parcel.content().size())));
    }

    /** Sends the next piece of what is under way; the last one is the end of it. */
    void send(Line line) {
        underway.ifPresent(now -> {
            ChangePiece piece = piece(now);
            line.send(TabletMessage.newBuilder().setPiece(piece).build());
            long end = now.offset() + piece.getContent().size();
            underway = end < piece.getTotalBytes() ? Optional.of(now.from(end)) : Optional.empty();
        });
    }

    private ChangePiece piece(Underway now) {
        return ChangePiece.newBuilder()
                .setTeamId(Ids.toBytes(now.lane().teamId()))
                .setOriginDeviceId(Ids.toBytes(now.lane().originDeviceId()))
                .setOrdinal(now.ordinal())
                .setOffsetBytes(now.offset())
                .setTotalBytes(now.parcel().content().size())
                .setContent(now.parcel().piece(now.offset(), pieceBytes))
                .setCodec(now.parcel().codec())
                .setContentSha256(now.parcel().sha256())
                .build();
    }

    /** The server says how much it holds. */
    Next hear(PiecesHeld held) {
        heldByServer.put(laneOf(held), held);
        if (!held.getRefused()) {
            return Next.GO_ON;
        }
        if (held.getHeldBytes() == 0 && ++startsAgain > STARTS_MAX) {
            return Next.GIVE_UP;
        }
        return Next.AGAIN;
    }

    /** What is sent of a lane begins elsewhere. */
    void drop(Lane lane) {
        underway = underway.filter(now -> !now.lane().equals(lane));
    }

    static Lane laneOf(PiecesHeld held) {
        return new Lane(Ids.fromBytes(held.getTeamId()), Ids.fromBytes(held.getOriginDeviceId()));
    }
}
