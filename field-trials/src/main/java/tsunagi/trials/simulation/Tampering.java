package tsunagi.trials.simulation;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.Reading;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordSchemas;
import tsunagi.server.exchange.Outlet;
import tsunagi.server.intake.Intake;
import tsunagi.server.intake.IntakeResult;
import tsunagi.server.intake.Judged;
import tsunagi.server.intake.Submission;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.LanePosition;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.SeenField;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.Verdict;

/** Puts the planted bugs between the parts of the real server. */
final class Tampering {
    private Tampering() {}

    static Intake with(World world, Intake intake, Database database) {
        if (world.has(PlantedBug.STAMPS_IGNORED)) {
            return new StampBlindIntake(world, intake, database);
        }
        return world.has(PlantedBug.VERDICT_BEFORE_COMMIT) || world.has(PlantedBug.LANE_SHARED_BY_CLONES)
                ? new TamperedIntake(world, intake)
                : intake;
    }

    static Outlet with(World world, Outlet outlet) {
        return world.has(PlantedBug.CHECKPOINT_PAST_THE_ROWS) || world.has(PlantedBug.LANE_SHARED_BY_CLONES)
                ? new TamperedOutlet(world, outlet)
                : outlet;
    }

    private static Verdict accepted(long ordinal) {
        return Verdict.newBuilder()
                .setOrdinal(ordinal)
                .setAccepted(Accepted.newBuilder().setRevision(1).setPreviousRevision(1))
                .build();
    }

    /** Takes every author to have seen whatever stands. */
    private record StampBlindIntake(World world, Intake intake, Database database) implements Intake {
        @Override
        public CompletionStage<IntakeResult> submit(Submission submission) {
            return intake.submit(new Submission(
                    submission.teamId(),
                    submission.originDeviceId(),
                    submission.carrierDeviceId(),
                    submission.clock(),
                    submission.firstOrdinal(),
                    submission.changes().stream()
                            .map(change -> withoutStamps(submission.teamId(), change))
                            .toList()));
        }

        private Change withoutStamps(UUID teamId, Change wire) {
            Reading reading = new ChangeReader(RecordSchemas.standard(), ChangeLimits.STANDARD).read(teamId, wire);
            return reading instanceof Reading.Readable readable
                    ? world.withoutStamps(readable.change().changeId(), () -> withoutStamps(readable.change()))
                    : wire;
        }

        private Change withoutStamps(tsunagi.change.Change change) {
            Optional<RecordState> state = database.read(connection ->
                    new RecordRows().find(connection, change.key()).map(StoredRecord::toState));
            try {
                ChangeHeader.Builder header =
                        ChangeHeader.parseFrom(change.wire().getHeader()).toBuilder();
                change.touched().forEach(path -> state.flatMap(standing -> standing.field(path))
                        .ifPresent(field -> header.addSeen(SeenField.newBuilder()
                                .setPath(path.toProto())
                                .setStamp(field.stamp().toProto()))));
                return change.wire().toBuilder()
                        .setHeader(header.build().toByteString())
                        .build();
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
            return intake.declareGone(teamId, originDeviceId, gone);
        }
    }

    private record TamperedIntake(World world, Intake intake) implements Intake {
        @Override
        public CompletionStage<IntakeResult> submit(Submission submission) {
            if (world.has(PlantedBug.VERDICT_BEFORE_COMMIT) && world.dice().percent(5)) {
                List<Judged.One> words = IntStream.range(0, submission.changes().size())
                        .mapToObj(i -> new Judged.One(accepted(submission.firstOrdinal() + i), Optional.empty()))
                        .toList();
                return CompletableFuture.completedFuture(new Judged(words));
            }
            return intake.submit(submission).thenApply(this::withoutClones);
        }

        private IntakeResult withoutClones(IntakeResult result) {
            if (!world.has(PlantedBug.LANE_SHARED_BY_CLONES) || !(result instanceof Judged judged)) {
                return result;
            }
            return new Judged(judged.changes().stream()
                    .map(one -> one.verdict().hasCloned()
                            ? new Judged.One(accepted(one.verdict().getOrdinal()), one.moved())
                            : one)
                    .toList());
        }

        @Override
        public CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
            return intake.declareGone(teamId, originDeviceId, gone);
        }
    }

    private record TamperedOutlet(World world, Outlet outlet) implements Outlet {
        @Override
        public boolean isReady() {
            return outlet.isReady();
        }

        @Override
        public void send(ServerMessage message) {
            outlet.send(tampered(message));
        }

        private ServerMessage tampered(ServerMessage message) {
            ServerMessage.Builder builder = message.toBuilder();
            boolean skipsARow = world.has(PlantedBug.CHECKPOINT_PAST_THE_ROWS)
                    && message.getStates().getStatesCount() > 0
                    && world.dice().percent(10);
            if (skipsARow) {
                builder.getStatesBuilder().removeStates(message.getStates().getStatesCount() - 1);
            }
            if (world.has(PlantedBug.LANE_SHARED_BY_CLONES) && message.hasWelcome()) {
                builder.getWelcomeBuilder().getLanesBuilderList().forEach(LanePosition.Builder::clearCloned);
            }
            return builder.build();
        }

        @Override
        public void requestNext() {
            outlet.requestNext();
        }

        @Override
        public void close() {
            outlet.close();
        }

        @Override
        public void fail(Throwable cause) {
            outlet.fail(cause);
        }
    }
}
