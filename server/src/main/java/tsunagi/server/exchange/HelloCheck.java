package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.LaneClaim;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.TeamClaim;

/** Says whether a Hello is one that can be answered at all. */
final class HelloCheck {
    static final int PROTOCOL_VERSION = 1;
    private static final int MAX_TEAMS = 500;
    private static final int MAX_LANES = 2000;
    private static final int MAX_ORDINALS_IN_LANE = 10_000;

    private HelloCheck() {}

    /** The farewell to a tablet whose Hello cannot be answered; empty when it can. */
    static Optional<Farewell> refusal(UUID deviceId, Hello hello) {
        if (!hello.getDeviceId().equals(Ids.toBytes(deviceId))) {
            return Optional.of(Farewells.protocol("hello names another device than its token"));
        }
        if (hello.getProtocolVersion() != PROTOCOL_VERSION) {
            return Optional.of(Farewells.of(
                    FarewellReason.FAREWELL_REASON_VERSION,
                    "this server speaks version " + PROTOCOL_VERSION + ", the tablet " + hello.getProtocolVersion()));
        }
        return complaint(hello).map(Farewells::protocol);
    }

    private static Optional<String> complaint(Hello hello) {
        if (hello.getTeamsCount() > MAX_TEAMS || hello.getLanesCount() > MAX_LANES) {
            return Optional.of("hello claims more than " + MAX_TEAMS + " teams or " + MAX_LANES + " lanes");
        }
        if (hello.hasEpochId() && !Ids.isId(hello.getEpochId())) {
            return Optional.of("hello: epoch_id has not 16 bytes");
        }
        for (TeamClaim team : hello.getTeamsList()) {
            if (!Ids.isId(team.getTeamId())) {
                return Optional.of("hello: a team_id has not 16 bytes");
            }
        }
        return hello.getLanesList().stream()
                .map(HelloCheck::complaint)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> complaint(LaneClaim lane) {
        if (!Ids.isId(lane.getTeamId()) || !Ids.isId(lane.getOriginDeviceId())) {
            return Optional.of("hello: a lane's team_id or origin_device_id has not 16 bytes");
        }
        if (!isIdOrAbsent(lane.hasLastChangeId(), lane.getLastChangeId())
                || !isIdOrAbsent(lane.hasJudgedChangeId(), lane.getJudgedChangeId())) {
            return Optional.of("hello: a lane's change id has not 16 bytes");
        }
        if (lane.getLastOrdinal() < 0 || lane.getJudgedOrdinal() < 0) {
            return Optional.of("hello: a lane's ordinal is too large");
        }
        if (lane.getGoneCount() > MAX_ORDINALS_IN_LANE || lane.getParkedOrdinalsCount() > MAX_ORDINALS_IN_LANE) {
            return Optional.of("hello: more than " + MAX_ORDINALS_IN_LANE + " ordinals of a lane at once");
        }
        boolean isGoneFit = lane.getGoneList().stream().allMatch(HelloCheck::isRange);
        return isGoneFit ? Optional.empty() : Optional.of("hello: a range of ordinals is none");
    }

    private static boolean isIdOrAbsent(boolean isPresent, ByteString id) {
        return !isPresent || Ids.isId(id);
    }

    private static boolean isRange(OrdinalRange range) {
        return range.getFirst() > 0 && range.getFirst() <= range.getLast();
    }
}
