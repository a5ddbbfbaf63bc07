package tsunagi.server.grpc;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.attachment.Taken;
import tsunagi.server.device.Devices;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.AttachmentAnswer;
import tsunagi.sync.v1.AttachmentPiece;
import tsunagi.sync.v1.AttachmentRefusal;
import tsunagi.sync.v1.AttachmentRefused;
import tsunagi.sync.v1.AttachmentStored;
import tsunagi.sync.v1.AttachmentsGrpc;
import tsunagi.sync.v1.FetchAttachmentReply;
import tsunagi.sync.v1.FetchAttachmentRequest;
import tsunagi.sync.v1.FetchRefusal;
import tsunagi.sync.v1.FetchedPiece;

/** Where tablets hand files in and fetch them. A call reads its next piece when it has dealt with the one before. */
public final class AttachmentEndpoint extends AttachmentsGrpc.AttachmentsImplBase {
    private final AttachmentStore store;
    private final Database database;
    private final Teams teams = new Teams();
    private final Devices devices = new Devices();

    public AttachmentEndpoint(AttachmentStore store, Database database) {
        this.store = store;
        this.database = database;
    }

    @Override
    public StreamObserver<AttachmentPiece> handIn(StreamObserver<AttachmentAnswer> line) {
        return new HandingIn(Caller.current().deviceId().orElseThrow(), line);
    }

    @Override
    public void fetch(FetchAttachmentRequest request, StreamObserver<FetchAttachmentReply> line) {
        UUID deviceId = Caller.current().deviceId().orElseThrow();
        if (!mayHold(deviceId, request.getTeamId())) {
            refuse(line, FetchRefusal.FETCH_REFUSAL_DEVICE_NOT_OF_TEAM);
            return;
        }
        Optional<Long> size = store.size(Ids.fromBytes(request.getTeamId()), request.getSha256());
        if (size.isEmpty() || request.getOffsetBytes() > size.get()) {
            refuse(line, FetchRefusal.FETCH_REFUSAL_NOT_HERE);
            return;
        }
        Fetching fetching = new Fetching(request, size.get(), (ServerCallStreamObserver<FetchAttachmentReply>) line);
        ((ServerCallStreamObserver<FetchAttachmentReply>) line).setOnReadyHandler(fetching::proceed);
        fetching.proceed();
    }

    private static void refuse(StreamObserver<FetchAttachmentReply> line, FetchRefusal why) {
        line.onNext(FetchAttachmentReply.newBuilder().setRefused(why).build());
        line.onCompleted();
    }

    private boolean mayHold(UUID deviceId, ByteString teamId) {
        return Ids.isId(teamId)
                && database.read(connection -> teams.isGranted(connection, Ids.fromBytes(teamId), deviceId)
                        && devices.find(connection, deviceId)
                                .filter(device -> !device.isRevoked())
                                .isPresent());
    }

    /** One file on its way down; no more of it is read than the line takes. */
    private final class Fetching {
        private final FetchAttachmentRequest request;
        private final long sizeBytes;
        private final ServerCallStreamObserver<FetchAttachmentReply> line;
        private long offset;
        private boolean isOver;

        Fetching(FetchAttachmentRequest request, long sizeBytes, ServerCallStreamObserver<FetchAttachmentReply> line) {
            this.request = request;
            this.sizeBytes = sizeBytes;
            this.line = line;
            this.offset = request.getOffsetBytes();
        }

        void proceed() {
            while (!isOver && line.isReady()) {
                send(offset < sizeBytes ? store.pieceAt(teamId(), request.getSha256(), offset) : ByteString.EMPTY);
            }
        }

        private void send(ByteString content) {
            line.onNext(FetchAttachmentReply.newBuilder()
                    .setPiece(FetchedPiece.newBuilder()
                            .setOffsetBytes(offset)
                            .setSizeBytes(sizeBytes)
                            .setContent(content))
                    .build());
            offset += content.size();
            isOver = offset >= sizeBytes;
            if (isOver) {
                line.onCompleted();
            }
        }

        private UUID teamId() {
            return Ids.fromBytes(request.getTeamId());
        }
    }

    /** One file on its way up. */
    private final class HandingIn implements StreamObserver<AttachmentPiece> {
        private final UUID deviceId;
        private final StreamObserver<AttachmentAnswer> line;
        private Optional<AttachmentPiece> first = Optional.empty();
        private boolean isOver;

        HandingIn(UUID deviceId, StreamObserver<AttachmentAnswer> line) {
            this.deviceId = deviceId;
            this.line = line;
        }

        @Override
        public void onNext(AttachmentPiece piece) {
            if (isOver) {
                return;
            }
            if (first.isPresent()) {
                answer(store.take(
                        Ids.fromBytes(first.get().getTeamId()),
                        first.get().getSha256(),
                        piece.getOffsetBytes(),
                        piece.getContent()));
            } else {
                first = Optional.of(piece);
                answer(begin(piece));
            }
        }

        private Taken begin(AttachmentPiece piece) {
            return mayHold(deviceId, piece.getTeamId())
                    ? store.begin(Ids.fromBytes(piece.getTeamId()), piece.getSha256(), piece.getSizeBytes())
                    : new Taken.Refused(
                            AttachmentRefusal.ATTACHMENT_REFUSAL_DEVICE_NOT_OF_TEAM,
                            "this device may not speak for the team");
        }

        private void answer(Taken taken) {
            AttachmentAnswer.Builder answer = AttachmentAnswer.newBuilder();
            if (taken instanceof Taken.Held held) {
                answer.setHeldBytes(held.bytes());
            } else if (taken instanceof Taken.Refused refused) {
                answer.setRefused(AttachmentRefused.newBuilder()
                        .setReason(refused.reason())
                        .setDetail(refused.detail()));
            } else {
                answer.setStored(AttachmentStored.getDefaultInstance());
            }
            line.onNext(answer.build());
            isOver = !(taken instanceof Taken.Held);
            if (isOver) {
                line.onCompleted();
            }
        }

        @Override
        public void onError(Throwable broken) {
            // What is held is on disk; the device goes on from there.
            isOver = true;
        }

        @Override
        public void onCompleted() {
            if (!isOver) {
                isOver = true;
                line.onError(Status.INVALID_ARGUMENT
                        .withDescription("the file ended before its end")
                        .asRuntimeException());
            }
        }
    }
}
