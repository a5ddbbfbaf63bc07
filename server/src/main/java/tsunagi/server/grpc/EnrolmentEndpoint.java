package tsunagi.server.grpc;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import tsunagi.server.device.Enrolment;
import tsunagi.server.device.Identification;
import tsunagi.server.device.Renewal;
import tsunagi.sync.v1.EnrolReply;
import tsunagi.sync.v1.EnrolRequest;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.IssueTokenReply;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.RenewReply;
import tsunagi.sync.v1.RenewRequest;

/** Where devices become known and prove who they are. */
public final class EnrolmentEndpoint extends EnrolmentGrpc.EnrolmentImplBase {
    private final Enrolment enrolment;
    private final Identification identification;
    private final Renewal renewal;

    public EnrolmentEndpoint(Enrolment enrolment, Identification identification, Renewal renewal) {
        this.enrolment = enrolment;
        this.identification = identification;
        this.renewal = renewal;
    }

    @Override
    public void enrol(EnrolRequest request, StreamObserver<EnrolReply> reply) {
        answer(reply, enrolment.enrol(request, Caller.current().address()));
    }

    @Override
    public void issueToken(IssueTokenRequest request, StreamObserver<IssueTokenReply> reply) {
        answer(reply, identification.issueToken(request));
    }

    @Override
    public void renew(RenewRequest request, StreamObserver<RenewReply> reply) {
        Optional<RenewReply> renewed = renewal.renew(Caller.current().deviceId().orElseThrow(), request);
        answer(reply, renewed.orElseThrow(() -> Status.UNAUTHENTICATED
                .withDescription("the device was revoked")
                .asRuntimeException()));
    }

    private static <T> void answer(StreamObserver<T> reply, T answer) {
        reply.onNext(answer);
        reply.onCompleted();
    }
}
