package tsunagi.engine.sync;

import static tsunagi.engine.tablet.TabletFixture.TEAM;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.BaselineBegin;
import tsunagi.sync.v1.BaselineEnd;
import tsunagi.sync.v1.Cloned;
import tsunagi.sync.v1.Conflicted;
import tsunagi.sync.v1.Dropped;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.LanePosition;
import tsunagi.sync.v1.Limits;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.Resend;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.TeamGrant;
import tsunagi.sync.v1.UpToDate;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.VerdictBatch;
import tsunagi.sync.v1.Welcome;

/** What a server may say, in short. */
final class Heard {
    private Heard() {}

    static Welcome.Builder welcome(String epoch) {
        return Welcome.newBuilder()
                .setEpochId(
                        Ids.toBytes(UUID.nameUUIDFromBytes(epoch.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .addTeams(TeamGrant.newBuilder().setTeamId(Ids.toBytes(TEAM)).setName("酒造組合"))
                .setLimits(Limits.newBuilder().setBatchBytes(4 * 1024 * 1024).setBatchChanges(1000));
    }

    static ServerMessage message(Welcome.Builder welcome) {
        return ServerMessage.newBuilder().setWelcome(welcome).build();
    }

    static LanePosition position(UUID origin, long last) {
        return LanePosition.newBuilder()
                .setTeamId(Ids.toBytes(TEAM))
                .setOriginDeviceId(Ids.toBytes(origin))
                .setLastOrdinal(last)
                .build();
    }

    static ServerMessage verdicts(UUID origin, Verdict... verdicts) {
        return ServerMessage.newBuilder()
                .setVerdicts(VerdictBatch.newBuilder()
                        .setTeamId(Ids.toBytes(TEAM))
                        .setOriginDeviceId(Ids.toBytes(origin))
                        .addAllVerdicts(Arrays.asList(verdicts)))
                .build();
    }

    static Verdict accepted(long ordinal, long revision, long previous) {
        return Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setAccepted(Accepted.newBuilder().setRevision(revision).setPreviousRevision(previous))
                .build();
    }

    static Verdict conflicted(long ordinal, long revision) {
        return Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setConflicted(Conflicted.newBuilder().setRevision(revision))
                .build();
    }

    static Verdict parked(long ordinal) {
        return Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setParked(Parked.newBuilder().setReason(ParkReason.PARK_REASON_NOT_A_MEMBER))
                .build();
    }

    static Verdict dropped(long ordinal) {
        return Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setDropped(Dropped.getDefaultInstance())
                .build();
    }

    static Verdict cloned(long ordinal) {
        return Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setCloned(Cloned.getDefaultInstance())
                .build();
    }

    static ServerMessage resend(UUID origin, long from) {
        return ServerMessage.newBuilder()
                .setResend(Resend.newBuilder()
                        .setTeamId(Ids.toBytes(TEAM))
                        .setOriginDeviceId(Ids.toBytes(origin))
                        .setFromOrdinal(from))
                .build();
    }

    static ServerMessage baselineBegin(boolean isResumed) {
        return ServerMessage.newBuilder()
                .setBaselineBegin(
                        BaselineBegin.newBuilder().setTeamId(Ids.toBytes(TEAM)).setResumed(isResumed))
                .build();
    }

    static ServerMessage baselineEnd(String checkpoint) {
        return ServerMessage.newBuilder()
                .setBaselineEnd(BaselineEnd.newBuilder()
                        .setTeamId(Ids.toBytes(TEAM))
                        .setCheckpoint(ByteString.copyFromUtf8(checkpoint)))
                .build();
    }

    static ServerMessage states(String checkpoint, RecordState... states) {
        return ServerMessage.newBuilder()
                .setStates(StateBatch.newBuilder()
                        .setTeamId(Ids.toBytes(TEAM))
                        .addAllStates(Arrays.asList(states))
                        .setCheckpoint(ByteString.copyFromUtf8(checkpoint)))
                .build();
    }

    static ServerMessage upToDate() {
        return ServerMessage.newBuilder()
                .setUpToDate(UpToDate.getDefaultInstance())
                .build();
    }

    static Farewell farewell(FarewellReason reason) {
        return Farewell.newBuilder().setReason(reason).setDetail("bye").build();
    }

    static ServerMessage message(Farewell farewell) {
        return ServerMessage.newBuilder().setFarewell(farewell).build();
    }
}
