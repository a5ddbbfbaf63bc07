package tsunagi.engine.device;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.engine.outbox.Lanes;
import tsunagi.engine.outbox.OwnDevice;
import tsunagi.engine.outbox.ServerRecord;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.Ids;
import tsunagi.sync.v1.EnrolRefusal;
import tsunagi.sync.v1.EnrolReply;
import tsunagi.sync.v1.EnrolRequest;
import tsunagi.sync.v1.Enrolled;
import tsunagi.sync.v1.EnrolmentGrpc;

/** Makes this device known to a server, with a one-time code. */
public final class Enrolment {
    private final Channel channel;
    private final ServerAddress address;
    private final OwnDevice device;
    private final Lanes lanes;
    private final DeviceKeys keys;
    private final Supplier<UUID> ids;
    private final String appVersion;

    /**
     * Enrolment over a channel.
     *
     * @param address of the channel's other end, to be kept once the device is known there
     */
    public Enrolment(
            Channel channel,
            ServerAddress address,
            Tablet tablet,
            DeviceKeys keys,
            Supplier<UUID> ids,
            String appVersion) {
        this.channel = channel;
        this.address = address;
        this.device = tablet.device();
        this.lanes = tablet.lanes();
        this.keys = keys;
        this.ids = ids;
        this.appVersion = appVersion;
    }

    /** Enrols, and remembers the server. What was saved before goes to it at the next synchronization. */
    public EnrolResult enrol(String code, String deviceName) {
        try {
            EnrolReply reply = ask(code, deviceName);
            if (reply.getRefused() == EnrolRefusal.ENROL_REFUSAL_DEVICE_ID_UNSUITABLE) {
                // The server knows this id from a life that is over, revoked perhaps: the tablet goes on under another.
                lanes.renew(ids.get());
                reply = ask(code, deviceName);
            }
            return reply.hasEnrolled() ? enrolled(reply.getEnrolled()) : new EnrolResult.Refused(reply.getRefused());
        } catch (StatusRuntimeException e) {
            return new EnrolResult.Unreachable(e.getStatus().toString(), obstacle(e.getStatus()));
        }
    }

    private static EnrolResult.Obstacle obstacle(Status status) {
        if (OtherCertificateException.isBehind(status)) {
            return EnrolResult.Obstacle.OTHER_CERTIFICATE;
        }
        return status.getCode() == Status.Code.UNIMPLEMENTED
                ? EnrolResult.Obstacle.OTHER_VERSION
                : EnrolResult.Obstacle.LINE;
    }

    private EnrolReply ask(String code, String deviceName) {
        return Calls.withDeadline(EnrolmentGrpc.newBlockingStub(channel))
                .enrol(EnrolRequest.newBuilder()
                        .setCode(code)
                        .setDeviceId(Ids.toBytes(device.id()))
                        .setPublicKey(keys.publicKey(device.id()))
                        .setDeviceName(deviceName)
                        .setAppVersion(appVersion)
                        .build());
    }

    private EnrolResult enrolled(Enrolled enrolled) {
        ServerRecord server = new ServerRecord(
                Ids.fromBytes(enrolled.getServerId()),
                enrolled.getServerName(),
                address.toText(),
                enrolled.hasPersonId() ? Optional.of(enrolled.getPersonId()) : Optional.empty());
        device.belongTo(server);
        return new EnrolResult.Enrolled(server);
    }
}
