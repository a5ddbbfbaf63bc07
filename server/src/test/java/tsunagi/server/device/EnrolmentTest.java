package tsunagi.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.Ids;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.EnrolRefusal;
import tsunagi.sync.v1.EnrolReply;
import tsunagi.sync.v1.IssueTokenReply;
import tsunagi.sync.v1.RenewRequest;
import tsunagi.sync.v1.TokenRefusal;

@StorageContract
class EnrolmentTest {
    private static final String CALLER = "192.0.2.7";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-04-20T09:00:00Z"));
    private final ServerIdentity identity = new ServerIdentity(UUID.randomUUID(), new ServerSecret(new byte[32]));
    private final UUID team = UUID.randomUUID();
    private final TestDevice tablet = new TestDevice();

    private Database database;
    private Enrolment enrolment;
    private Identification identification;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
        enrolment = new Enrolment(database, identity, "酒蔵健康づくり", clock);
        identification = new Identification(database, new Tokens(identity.secret(), clock), clock);
        database.write(connection -> {
            new Teams().open(connection, team, "酒蔵");
            return null;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void enrol_withAFreshCode_makesTheDeviceKnownWithItsTeams() {
        EnrolReply reply = enrolment.enrol(tablet.enrolRequest(code()), CALLER);

        assertThat(reply.getEnrolled().getServerId()).isEqualTo(Ids.toBytes(identity.serverId()));
        assertThat(reply.getEnrolled().getServerName()).isEqualTo("酒蔵健康づくり");
        assertThat(reply.getEnrolled().hasPersonId()).isFalse();
        assertThat(isGranted(tablet.id())).isTrue();
    }

    @Test
    void enrol_askedAgainWithSameDeviceAndKey_getsTheSameAnswer() {
        String code = code();
        EnrolReply first = enrolment.enrol(tablet.enrolRequest(code), CALLER);
        clock.pass(EnrolmentCodes.LIFETIME.multipliedBy(2));

        assertThat(enrolment.enrol(tablet.enrolRequest(code), CALLER)).isEqualTo(first);
    }

    @Test
    void enrol_withAUsedCode_isRefused() {
        String code = code();
        enrolment.enrol(tablet.enrolRequest(code), CALLER);

        assertThat(refusal(new TestDevice(), code)).isEqualTo(EnrolRefusal.ENROL_REFUSAL_CODE_USED);
    }

    @Test
    void enrol_withTheSameDeviceIdButAnotherKey_isRefused() {
        String code = code();
        enrolment.enrol(tablet.enrolRequest(code), CALLER);
        var thief = tablet.enrolRequest(code).toBuilder()
                .setPublicKey(new TestDevice().publicKey())
                .build();

        assertThat(enrolment.enrol(thief, CALLER).getRefused()).isEqualTo(EnrolRefusal.ENROL_REFUSAL_CODE_USED);
    }

    @Test
    void enrol_withAnExpiredCode_isRefused() {
        String code = code();
        clock.pass(EnrolmentCodes.LIFETIME);

        assertThat(refusal(tablet, code)).isEqualTo(EnrolRefusal.ENROL_REFUSAL_CODE_EXPIRED);
    }

    @Test
    void enrol_withADeviceIdThatIsTaken_isRefusedAndLeavesTheCodeGood() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);
        String second = code();

        assertThat(refusal(tablet, second)).isEqualTo(EnrolRefusal.ENROL_REFUSAL_DEVICE_ID_UNSUITABLE);
        assertThat(enrolment
                        .enrol(new TestDevice().enrolRequest(second), CALLER)
                        .hasEnrolled())
                .isTrue();
    }

    @Test
    void enrol_withAKeyThatIsNotOnP256_isRefused() {
        assertThat(refusal(new TestDevice("secp384r1"), code())).isEqualTo(EnrolRefusal.ENROL_REFUSAL_KEY_UNSUITABLE);
        var rubbish = tablet.enrolRequest(code()).toBuilder()
                .setPublicKey(ByteString.copyFromUtf8("key"))
                .build();
        assertThat(enrolment.enrol(rubbish, CALLER).getRefused()).isEqualTo(EnrolRefusal.ENROL_REFUSAL_KEY_UNSUITABLE);
    }

    @Test
    void enrol_afterTooManyWrongCodes_isSlowedDownForThatCallerOnly() {
        String code = code();
        for (int i = 0; i < WrongGuesses.MAX_PER_CALLER; i++) {
            assertThat(refusal(tablet, "0000-000" + i)).isEqualTo(EnrolRefusal.ENROL_REFUSAL_CODE_UNKNOWN);
        }

        assertThat(refusal(tablet, code)).isEqualTo(EnrolRefusal.ENROL_REFUSAL_TOO_MANY_TRIES);
        assertThat(enrolment.enrol(tablet.enrolRequest(code), "192.0.2.8").hasEnrolled())
                .isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(enrolment.enrol(tablet.enrolRequest(code), CALLER).hasEnrolled())
                .isTrue();
    }

    @Test
    void issueToken_withAGoodSignature_issuesOneThatNamesTheDevice() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);

        IssueTokenReply reply = identification.issueToken(tablet.tokenRequest(clock.millis()));

        assertThat(new Tokens(identity.secret(), clock)
                        .deviceOf(reply.getIssued().getToken()))
                .contains(tablet.id());
    }

    @Test
    void issueToken_withAClockOfAnotherCentury_isRefusedWithTheServersClock() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);

        for (String wrong : List.of("1970-01-01T00:00:00Z", "2090-01-01T00:00:00Z")) {
            IssueTokenReply reply = identification.issueToken(
                    tablet.tokenRequest(Instant.parse(wrong).toEpochMilli()));
            assertThat(reply.getRefused()).isEqualTo(TokenRefusal.TOKEN_REFUSAL_CLOCK_OFF);
            assertThat(identification
                            .issueToken(tablet.tokenRequest(reply.getServerClockMs()))
                            .hasIssued())
                    .isTrue();
        }
    }

    @Test
    void issueToken_withASignatureOfAnotherKey_isRefused() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);
        var forged = tablet.tokenRequest(clock.millis()).toBuilder()
                .setSignature(new TestDevice().sign(ByteString.copyFromUtf8("anything")))
                .build();

        assertThat(identification.issueToken(forged).getRefused())
                .isEqualTo(TokenRefusal.TOKEN_REFUSAL_SIGNATURE_WRONG);
        assertThat(identification
                        .issueToken(forged.toBuilder()
                                .setSignature(ByteString.copyFromUtf8("?"))
                                .build())
                        .getRefused())
                .isEqualTo(TokenRefusal.TOKEN_REFUSAL_SIGNATURE_WRONG);
    }

    @Test
    void issueToken_playedAgain_isRefused() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);
        var request = tablet.tokenRequest(clock.millis());
        identification.issueToken(request);

        assertThat(identification.issueToken(request).getRefused()).isEqualTo(TokenRefusal.TOKEN_REFUSAL_NONCE_USED);
    }

    @Test
    void issueToken_toADeviceNobodyKnows_isRefused() {
        assertThat(identification
                        .issueToken(tablet.tokenRequest(clock.millis()))
                        .getRefused())
                .isEqualTo(TokenRefusal.TOKEN_REFUSAL_DEVICE_UNKNOWN);
    }

    @Test
    void issueToken_toARevokedDevice_isRefused() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);
        database.write(connection -> new Devices().revoke(connection, tablet.id(), clock.millis()));

        assertThat(identification
                        .issueToken(tablet.tokenRequest(clock.millis()))
                        .getRefused())
                .isEqualTo(TokenRefusal.TOKEN_REFUSAL_DEVICE_REVOKED);
    }

    @Test
    void renew_givesTheTeamsToTheNewDeviceAndLeavesTheOld() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);
        TestDevice renewed = new TestDevice();
        Renewal renewal = new Renewal(database, clock);

        assertThat(renewal.renew(tablet.id(), renewRequest(renewed)).get().getRenewed())
                .isTrue();
        assertThat(renewal.renew(tablet.id(), renewRequest(renewed)).get().getRenewed())
                .as("asked again")
                .isTrue();
        assertThat(isGranted(renewed.id())).isTrue();
        assertThat(isGranted(tablet.id())).isTrue();
        assertThat(identification
                        .issueToken(renewed.tokenRequest(clock.millis()))
                        .hasIssued())
                .isTrue();
        assertThat(identification
                        .issueToken(tablet.tokenRequest(clock.millis()))
                        .hasIssued())
                .isTrue();
    }

    @Test
    void renew_intoADeviceThatIsTaken_isRefused() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);
        TestDevice other = new TestDevice();
        enrolment.enrol(other.enrolRequest(code()), CALLER);
        RenewRequest stolenId = renewRequest(new TestDevice()).toBuilder()
                .setNewDeviceId(Ids.toBytes(other.id()))
                .build();

        assertThat(new Renewal(database, clock)
                        .renew(tablet.id(), stolenId)
                        .get()
                        .getRenewed())
                .isFalse();
    }

    @Test
    void renew_byARevokedDevice_isNotAnswered() {
        enrolment.enrol(tablet.enrolRequest(code()), CALLER);
        database.write(connection -> new Devices().revoke(connection, tablet.id(), clock.millis()));

        assertThat(new Renewal(database, clock).renew(tablet.id(), renewRequest(new TestDevice())))
                .isEmpty();
    }

    private String code() {
        return database.write(connection -> new EnrolmentCodes(identity.secret())
                        .make(
                                connection,
                                new Random(),
                                List.of(team),
                                Optional.empty(),
                                clock.millis(),
                                EnrolmentCodes.LIFETIME))
                .toString();
    }

    private EnrolRefusal refusal(TestDevice device, String code) {
        return enrolment.enrol(device.enrolRequest(code), CALLER).getRefused();
    }

    private boolean isGranted(UUID deviceId) {
        return database.read(connection -> new Teams().isGranted(connection, team, deviceId));
    }

    private static RenewRequest renewRequest(TestDevice device) {
        return RenewRequest.newBuilder()
                .setNewDeviceId(Ids.toBytes(device.id()))
                .setNewPublicKey(device.publicKey())
                .build();
    }
}
