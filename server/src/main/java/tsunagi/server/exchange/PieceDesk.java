package tsunagi.server.exchange;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.piece.DamagedParcelException;
import tsunagi.piece.Parcel;
import tsunagi.piece.Sha256;
import tsunagi.record.Ids;
import tsunagi.server.intake.ClockOffset;
import tsunagi.server.intake.Submission;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ChangePiece;
import tsunagi.sync.v1.Codec;
import tsunagi.sync.v1.PiecesHeld;
import tsunagi.sync.v1.ServerMessage;

/** The pieces that one tablet hands in on one stream, and what each is answered. */
final class PieceDesk {
    /** What a piece brought about. */
    sealed interface Taken {
        /** More pieces have to come. */
        record Waiting() implements Taken {}

        /** The change is there. */
        record Complete(ChangeParcels.Held held, Change change) implements Taken {}

        /** What is there is no change, though it is what was sent. */
        record NoChange(String why) implements Taken {}
    }

    private static final Taken WAITING = new Taken.Waiting();

    private final UUID deviceId;
    private final ChangeParcels parcels;
    private final ExchangeLimits limits;
    private final Outlet outlet;
    private final Map<ChangeParcels.Place, PiecesHeld> refusals = new HashMap<>();

    PieceDesk(UUID deviceId, ChangeParcels parcels, ExchangeLimits limits, Outlet outlet) {
        this.deviceId = deviceId;
        this.parcels = parcels;
        this.limits = limits;
        this.outlet = outlet;
    }

    /** What is wrong with a piece as such; empty when it can be kept. */
    Optional<String> complaint(ChangePiece piece) {
        int bytes = piece.getContent().size();
        if (!Ids.isId(piece.getTeamId())
                || !Ids.isId(piece.getOriginDeviceId())
                || piece.getContentSha256().size() != Sha256.BYTES) {
            return Optional.of("a piece whose team_id, origin_device_id or content_sha256 has not its length");
        }
        if (piece.getOrdinal() <= 0 || piece.getCodec() == Codec.UNRECOGNIZED) {
            return Optional.of("a piece without an ordinal, or packed in a way that is not known here");
        }
        if (piece.getTotalBytes() <= 0 || piece.getTotalBytes() > limits.batchBytes()) {
            return Optional.of("a packed change of " + piece.getTotalBytes() + " bytes, limit " + limits.batchBytes());
        }
        if (piece.getOffsetBytes() < 0 || piece.getOffsetBytes() > piece.getTotalBytes() - bytes) {
            return Optional.of("a piece that reaches beyond its change");
        }
        boolean isLast = piece.getOffsetBytes() + bytes == piece.getTotalBytes();
        PieceLimits sizes = limits.pieces();
        return bytes > sizes.pieceBytes() || (bytes < sizes.pieceBytesMin() && !isLast)
                ? Optional.of("a piece of " + bytes + " bytes, limits " + sizes.pieceBytesMin() + " and "
                        + sizes.pieceBytes())
                : Optional.empty();
    }

    Taken take(ChangePiece piece) {
        ChangeParcels.Held held = parcels.take(deviceId, piece);
        long end = piece.getOffsetBytes() + piece.getContent().size();
        if (end > held.heldBytes()) {
            refuse(held);
            return WAITING;
        }
        refusals.remove(held.place());
        answer(held.toProto());
        return end == held.totalBytes() ? opened(held) : WAITING;
    }

    /** A change that came in pieces, as if it had come alone in a batch. */
    Submission submission(Taken.Complete complete, ClockOffset clock) {
        ChangeParcels.Place place = complete.held().place();
        return new Submission(
                place.teamId(),
                place.originDeviceId(),
                deviceId,
                clock,
                complete.held().ordinal(),
                List.of(complete.change()));
    }

    private Taken opened(ChangeParcels.Held held) {
        Parcel parcel = parcels.assembled(held);
        if (!parcel.isWhole()) {
            parcels.remove(held);
            refuse(held.upTo(0));
            return WAITING;
        }
        try {
            return new Taken.Complete(held, Change.parseFrom(parcel.unpacked(limits.batchBytes())));
        } catch (DamagedParcelException | InvalidProtocolBufferException e) {
            parcels.remove(held);
            return new Taken.NoChange("what came in pieces is no change: " + e.getMessage());
        }
    }

    private void refuse(ChangeParcels.Held held) {
        PiecesHeld refusal = held.toProto().toBuilder().setRefused(true).build();
        // What was on its way behind the gap meets the same gap: saying it once is enough.
        if (!refusal.equals(refusals.put(held.place(), refusal))) {
            answer(refusal);
        }
    }

    private void answer(PiecesHeld held) {
        outlet.send(ServerMessage.newBuilder().setPiecesHeld(held).build());
    }
}
