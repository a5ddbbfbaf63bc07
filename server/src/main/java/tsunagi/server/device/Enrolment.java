package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.EnrolRefusal;
import tsunagi.sync.v1.EnrolReply;
import tsunagi.sync.v1.EnrolRequest;
import tsunagi.sync.v1.Enrolled;

/** Makes a device known to whoever holds a one-time code. Asking again gets the same answer. Thread-safe. */
public final class Enrolment {
    private static final int MAX_NAME_CHARS = 100;

    private final Database database;
    private final UUID serverId;
    private final String serverName;
    private final EnrolmentCodes codes;
    private final Clock clock;
    private final WrongGuesses wrongGuesses;
    private final Devices devices = new Devices();
    private final Teams teams = new Teams();

    /** Enrolment at the server with this identity and this name, which people read on the tablet. */
    public Enrolment(Database database, ServerIdentity identity, String serverName, Clock clock) {
        this.database = database;
        this.serverId = identity.serverId();
        this.serverName = serverName;
        this.codes = new EnrolmentCodes(identity.secret());
        this.clock = clock;
        this.wrongGuesses = new WrongGuesses(clock);
    }

    /** Makes a device known, on behalf of a caller at this address. */
    public EnrolReply enrol(EnrolRequest request, String callerAddress) {
        if (wrongGuesses.areTooMany(callerAddress)) {
            return refused(EnrolRefusal.ENROL_REFUSAL_TOO_MANY_TRIES);
        }
        if (!Ids.isId(request.getDeviceId())) {
            return refused(EnrolRefusal.ENROL_REFUSAL_DEVICE_ID_UNSUITABLE);
        }
        if (DeviceKey.parse(request.getPublicKey()).isEmpty()) {
            return refused(EnrolRefusal.ENROL_REFUSAL_KEY_UNSUITABLE);
        }
        EnrolReply reply = EnrolmentCode.parse(request.getCode())
                .map(code -> database.write(connection -> enrol(connection, code, request)))
                .orElseGet(() -> refused(EnrolRefusal.ENROL_REFUSAL_CODE_UNKNOWN));
        if (reply.getRefused() == EnrolRefusal.ENROL_REFUSAL_CODE_UNKNOWN) {
            wrongGuesses.add(callerAddress);
        }
        return reply;
    }

    private EnrolReply enrol(Connection connection, EnrolmentCode code, EnrolRequest request) throws SQLException {
        Optional<EnrolmentCodes.Made> made = codes.find(connection, code);
        if (made.isEmpty()) {
            return refused(EnrolRefusal.ENROL_REFUSAL_CODE_UNKNOWN);
        }
        UUID deviceId = Ids.fromBytes(request.getDeviceId());
        if (made.get().usedBy().isPresent()) {
            return isSameAgain(connection, made.get(), deviceId, request.getPublicKey())
                    ? enrolled(made.get())
                    : refused(EnrolRefusal.ENROL_REFUSAL_CODE_USED);
        }
        long nowMs = clock.millis();
        if (made.get().expiresAtMs() <= nowMs) {
            return refused(EnrolRefusal.ENROL_REFUSAL_CODE_EXPIRED);
        }
        if (devices.find(connection, deviceId).isPresent()) {
            return refused(EnrolRefusal.ENROL_REFUSAL_DEVICE_ID_UNSUITABLE);
        }
        if (!codes.use(connection, code, deviceId, nowMs)) {
            return refused(EnrolRefusal.ENROL_REFUSAL_CODE_USED);
        }
        String name = nameOf(request, deviceId);
        devices.add(
                connection, deviceId, name, request.getPublicKey(), made.get().personId(), nowMs);
        for (UUID teamId : codes.teams(connection, code)) {
            teams.grant(connection, teamId, deviceId);
        }
        return enrolled(made.get());
    }

    private boolean isSameAgain(Connection connection, EnrolmentCodes.Made made, UUID deviceId, ByteString publicKey)
            throws SQLException {
        return made.usedBy().get().equals(deviceId)
                && devices.find(connection, deviceId)
                        .filter(device -> device.publicKey().equals(publicKey))
                        .isPresent();
    }

    private static String nameOf(EnrolRequest request, UUID deviceId) {
        String name = request.getDeviceName().replaceAll("\\p{Cntrl}", "").strip();
        int chars = Math.min(name.codePointCount(0, name.length()), MAX_NAME_CHARS);
        return name.isEmpty() ? deviceId.toString() : name.substring(0, name.offsetByCodePoints(0, chars));
    }

    private EnrolReply enrolled(EnrolmentCodes.Made made) {
        Enrolled.Builder enrolled =
                Enrolled.newBuilder().setServerId(Ids.toBytes(serverId)).setServerName(serverName);
        made.personId().ifPresent(enrolled::setPersonId);
        return EnrolReply.newBuilder().setEnrolled(enrolled).build();
    }

    private static EnrolReply refused(EnrolRefusal why) {
        return EnrolReply.newBuilder().setRefused(why).build();
    }
}
