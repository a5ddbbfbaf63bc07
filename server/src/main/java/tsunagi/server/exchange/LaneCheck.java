package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.Lanes;
import tsunagi.server.intake.Moved;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.LaneClaim;
import tsunagi.sync.v1.LanePosition;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.VerdictBatch;

/** Compares the lanes a tablet claims with those the server holds. */
final class LaneCheck {
    /** So many words of one lane are said again at most; the others come when their changes do. */
    private static final int UNHEARD_MAX = 1000;

    private record LaneKey(UUID teamId, UUID originDeviceId) {}

    private final Lanes lanes = new Lanes();

    /** True when the tablet holds a verdict on an ordinal that the server has not reached. */
    boolean anyIsAhead(Connection connection, Hello hello) throws SQLException {
        for (LaneClaim claim : hello.getLanesList()) {
            if (claim.getJudgedOrdinal() > lane(connection, keyOf(claim)).lastOrdinal()) {
                return true;
            }
        }
        return false;
    }

    /** Where the server stands in each lane the tablet claims, and in each other lane of the device. */
    List<LanePosition> positions(Connection connection, UUID deviceId, Hello hello) throws SQLException {
        Map<LaneKey, LaneClaim> claims = new LinkedHashMap<>();
        hello.getLanesList().forEach(claim -> claims.put(keyOf(claim), claim));
        for (Lanes.Lane own : lanes.ofDevice(connection, deviceId)) {
            claims.putIfAbsent(new LaneKey(own.teamId(), deviceId), LaneClaim.getDefaultInstance());
        }
        List<LanePosition> positions = new ArrayList<>();
        for (Map.Entry<LaneKey, LaneClaim> claim : claims.entrySet()) {
            Lanes.Lane lane = lane(connection, claim.getKey());
            boolean isOwn = lane.originDeviceId().equals(deviceId);
            positions.add(position(lane, isCloned(connection, lane, claim.getValue(), isOwn)));
        }
        return positions;
    }

    /** What became of changes that were parked when the tablet last heard of them. */
    List<ServerMessage> settledSinceParked(Connection connection, Hello hello) throws SQLException {
        List<ServerMessage> messages = new ArrayList<>();
        for (LaneClaim claim : hello.getLanesList()) {
            if (claim.getParkedOrdinalsCount() == 0) {
                continue;
            }
            LaneKey key = keyOf(claim);
            List<Verdict> verdicts = new ArrayList<>(lanes.currentVerdicts(
                    connection, key.teamId(), key.originDeviceId(), claim.getParkedOrdinalsList()));
            verdicts.removeIf(Verdict::hasParked);
            if (!verdicts.isEmpty()) {
                messages.add(verdicts(claim, verdicts));
            }
        }
        return messages;
    }

    /** The word on changes that the server holds and the tablet, as far as it says, has not heard of. */
    List<VerdictBatch> unheard(Connection connection, Hello hello) throws SQLException {
        List<VerdictBatch> words = new ArrayList<>();
        for (LaneClaim claim : hello.getLanesList()) {
            LaneKey key = keyOf(claim);
            long last = Math.min(
                    Math.min(claim.getLastOrdinal(), lane(connection, key).lastOrdinal()),
                    claim.getJudgedOrdinal() + UNHEARD_MAX);
            List<Long> ordinals = LongStream.rangeClosed(claim.getJudgedOrdinal() + 1, last)
                    .boxed()
                    .toList();
            List<Verdict> verdicts = lanes.verdictsWithHashes(connection, key.teamId(), key.originDeviceId(), ordinals);
            if (!verdicts.isEmpty()) {
                words.add(batch(claim, verdicts));
            }
        }
        return words;
    }

    /**
     * The records that changes of the device itself left just as it shows them, by these words. A tablet that gets an
     * accepted change's word holds its record, or notices that it does not and pulls anew.
     */
    List<Moved> movedBy(Connection connection, UUID deviceId, List<VerdictBatch> words) throws SQLException {
        List<Moved> moved = new ArrayList<>();
        for (VerdictBatch batch : words) {
            UUID teamId = Ids.fromBytes(batch.getTeamId());
            boolean isOwn = batch.getOriginDeviceId().equals(Ids.toBytes(deviceId));
            for (Verdict verdict : batch.getVerdictsList()) {
                if (isOwn && verdict.hasAccepted()) {
                    moved(connection, teamId, verdict.getAccepted()).ifPresent(moved::add);
                }
            }
        }
        return moved;
    }

    private static Optional<Moved> moved(Connection connection, UUID teamId, Accepted accepted) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT record_type, record_id FROM change_log WHERE team_id = ? AND revision = ?",
                        teamId,
                        accepted.getRevision())
                .first(row -> new Moved(
                        new RecordKey(teamId, row.smallNumber("record_type"), row.id("record_id")),
                        accepted.getPreviousRevision(),
                        accepted.getRevision(),
                        true));
    }

    private static ServerMessage verdicts(LaneClaim claim, List<Verdict> verdicts) {
        return ServerMessage.newBuilder().setVerdicts(batch(claim, verdicts)).build();
    }

    private static VerdictBatch batch(LaneClaim claim, List<Verdict> verdicts) {
        return VerdictBatch.newBuilder()
                .setTeamId(claim.getTeamId())
                .setOriginDeviceId(claim.getOriginDeviceId())
                .addAllVerdicts(verdicts)
                .build();
    }

    private boolean isCloned(Connection connection, Lanes.Lane lane, LaneClaim claim, boolean isOwn)
            throws SQLException {
        // A renewed tablet's older lanes may be carried on by the tablet it was copied from; its own lane by nobody.
        boolean isOldCopy = isOwn && lane.lastOrdinal() > claim.getLastOrdinal();
        return isOldCopy
                || holdsOther(connection, lane, claim.getLastOrdinal(), claim.getLastChangeId())
                || holdsOther(connection, lane, claim.getJudgedOrdinal(), claim.getJudgedChangeId());
    }

    private boolean holdsOther(Connection connection, Lanes.Lane lane, long ordinal, ByteString changeId)
            throws SQLException {
        if (ordinal == 0 || changeId.isEmpty() || ordinal > lane.lastOrdinal()) {
            return false;
        }
        Optional<UUID> held = lanes.changeAt(connection, lane.teamId(), lane.originDeviceId(), ordinal);
        return held.isPresent() && !Ids.toBytes(held.get()).equals(changeId);
    }

    private static LanePosition position(Lanes.Lane lane, boolean isCloned) {
        LanePosition.Builder position = LanePosition.newBuilder()
                .setTeamId(Ids.toBytes(lane.teamId()))
                .setOriginDeviceId(Ids.toBytes(lane.originDeviceId()))
                .setLastOrdinal(lane.lastOrdinal())
                .setHorizonOrdinal(0)
                .setCloned(isCloned);
        lane.lastChangeId().ifPresent(id -> position.setLastChangeId(Ids.toBytes(id)));
        return position.build();
    }

    private Lanes.Lane lane(Connection connection, LaneKey key) throws SQLException {
        return lanes.find(connection, key.teamId(), key.originDeviceId());
    }

    private static LaneKey keyOf(LaneClaim claim) {
        return new LaneKey(Ids.fromBytes(claim.getTeamId()), Ids.fromBytes(claim.getOriginDeviceId()));
    }
}
