package tsunagi.engine.device;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import tsunagi.engine.sync.FileLink;
import tsunagi.record.Ids;
import tsunagi.sync.v1.AttachmentAnswer;
import tsunagi.sync.v1.AttachmentPiece;
import tsunagi.sync.v1.AttachmentRefusal;
import tsunagi.sync.v1.AttachmentRefused;
import tsunagi.sync.v1.AttachmentsGrpc;
import tsunagi.sync.v1.FetchAttachmentReply;
import tsunagi.sync.v1.FetchAttachmentRequest;
import tsunagi.sync.v1.FetchRefusal;
import tsunagi.sync.v1.FetchedPiece;

/** Carries files over gRPC, each in a call of its own. */
final class GrpcFileLink implements FileLink {
    /** Small enough that a thin line which keeps breaking carries some of them each time. */
    private static final int PIECE_BYTES = 16 * 1024;
    /** Pieces ahead of their answers. */
    private static final int AHEAD_MAX = 8;

    private final Channel channel;
    private final TokenSource tokens;

    GrpcFileLink(Channel channel, TokenSource tokens) {
        this.channel = channel;
        this.tokens = tokens;
    }

    @Override
    public End handIn(Outgoing file) throws InterruptedException {
        Optional<String> token = token();
        if (!token.isPresent()) {
            return new End.Broken("no token");
        }
        try (Talk<AttachmentPiece, AttachmentAnswer> talk =
                new Talk<>(channel, AttachmentsGrpc.getHandInMethod(), token.get())) {
            talk.say(AttachmentPiece.newBuilder()
                    .setTeamId(Ids.toBytes(file.teamId()))
                    .setSha256(file.sha256())
                    .setSizeBytes(file.sizeBytes())
                    .build());
            return handIn(file, talk);
        } catch (StatusRuntimeException e) {
            return broken(e.getStatus());
        }
    }

    private static End handIn(Outgoing file, Talk<AttachmentPiece, AttachmentAnswer> talk) throws InterruptedException {
        AttachmentAnswer answer = talk.hear();
        long next = answer.getHeldBytes();
        int unanswered = 0;
        while (answer.getOutcomeCase() == AttachmentAnswer.OutcomeCase.HELD_BYTES) {
            file.noteHeld(answer.getHeldBytes());
            if (unanswered == 0) {
                // Whatever was not taken is behind what is held.
                next = answer.getHeldBytes();
            }
            while (unanswered < AHEAD_MAX && next < file.sizeBytes()) {
                AttachmentPiece piece = AttachmentPiece.newBuilder()
                        .setOffsetBytes(next)
                        .setContent(file.read(next, PIECE_BYTES))
                        .build();
                talk.say(piece);
                next += piece.getContent().size();
                unanswered++;
            }
            if (unanswered == 0) {
                return new End.Broken("the server holds all of it and does not say so");
            }
            answer = talk.hear();
            unanswered--;
        }
        return answer.hasStored() ? new End.Done() : refused(answer.getRefused());
    }

    private static End refused(AttachmentRefused refused) {
        AttachmentRefusal reason = refused.getReason();
        boolean isForGood = reason == AttachmentRefusal.ATTACHMENT_REFUSAL_TOO_LARGE
                || reason == AttachmentRefusal.ATTACHMENT_REFUSAL_DEVICE_NOT_OF_TEAM;
        return isForGood ? new End.Refused(refused.getDetail()) : new End.NotNow(refused.getDetail());
    }

    @Override
    public End fetch(Incoming file) throws InterruptedException {
        Optional<String> token = token();
        if (!token.isPresent()) {
            return new End.Broken("no token");
        }
        try (Talk<FetchAttachmentRequest, FetchAttachmentReply> talk =
                new Talk<>(channel, AttachmentsGrpc.getFetchMethod(), token.get())) {
            talk.say(FetchAttachmentRequest.newBuilder()
                    .setTeamId(Ids.toBytes(file.teamId()))
                    .setSha256(file.sha256())
                    .setOffsetBytes(file.heldBytes())
                    .build());
            talk.fallSilent();
            return fetch(file, talk);
        } catch (StatusRuntimeException e) {
            return broken(e.getStatus());
        }
    }

    private static End fetch(Incoming file, Talk<FetchAttachmentRequest, FetchAttachmentReply> talk)
            throws InterruptedException {
        while (true) {
            FetchAttachmentReply reply = talk.hear();
            if (!reply.hasPiece()) {
                return new End.NotNow(
                        reply.getRefused() == FetchRefusal.FETCH_REFUSAL_NOT_HERE ? "not here" : "not ours");
            }
            FetchedPiece piece = reply.getPiece();
            if (!file.keep(piece.getOffsetBytes(), piece.getContent())) {
                return new End.Broken("a piece of a file does not fit those before it");
            }
            if (piece.getOffsetBytes() + piece.getContent().size() >= piece.getSizeBytes()) {
                return new End.Done();
            }
        }
    }

    private Optional<String> token() {
        try {
            return tokens.token() instanceof TokenAnswer.Issued issued ? Optional.of(issued.token()) : Optional.empty();
        } catch (StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    private End broken(Status status) {
        if (status.getCode() == Status.Code.UNAUTHENTICATED) {
            tokens.forget();
        }
        if (status.getCode() == Status.Code.UNIMPLEMENTED) {
            return new End.NotNow("the server takes no files");
        }
        return new End.Broken(status.toString());
    }
}
