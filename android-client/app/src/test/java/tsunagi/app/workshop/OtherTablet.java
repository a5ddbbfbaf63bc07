package tsunagi.app.workshop;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.UUID;
import tsunagi.app.fixture.Brewery;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.merge.StampedValue;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.Candidate;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StampedFields;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.Verdict;

/** What another tablet wrote, as it comes down from the server into this one. */
final class OtherTablet {
    private static long revision = 1_000;

    private OtherTablet() {}

    /** The server took what this tablet saved so far, and so others know it. */
    static void knows(Tablet tablet) {
        for (SavedChange change : tablet.saved()) {
            if (change.standing() == Standing.WAITING) {
                revision++;
                tablet.replica()
                        .moveAhead(
                                Brewery.TEAM,
                                Collections.singletonList(
                                        tablet.show(change.key()).state().withRevision(revision)));
                tablet.outbox()
                        .judge(
                                new Lane(Brewery.TEAM, change.originDeviceId()),
                                Collections.singletonList(Verdict.newBuilder()
                                        .setOrdinal(change.ordinal())
                                        .setAccepted(Accepted.newBuilder().setRevision(revision))
                                        .build()),
                                Collections.emptyList());
            }
        }
    }

    /** A record as the other tablet left it. */
    static void writes(Tablet tablet, RecordKey key, Message contents) {
        receive(tablet, key, contents, null);
    }

    /** A field of which the other tablet says something else than what stands. */
    static void disputes(
            Tablet tablet,
            RecordKey key,
            Message standing,
            String standingBy,
            FieldPath path,
            Message other,
            String by) {
        Conflict conflict = Conflict.newBuilder()
                .setPath(path.toProto())
                .setOpenedByChangeId(Ids.toBytes(UUID.randomUUID()))
                .setStandingBy(Authorship.newBuilder().setPersonId(standingBy))
                .addCandidates(Candidate.newBuilder()
                        .setStamp(Stamp.of(UUID.randomUUID()).toProto())
                        .setValue(FieldValues.of(other).get(path))
                        .setBy(Authorship.newBuilder().setPersonId(by)))
                .build();
        receive(tablet, key, standing, conflict);
    }

    private static void receive(Tablet tablet, RecordKey key, Message contents, Conflict conflict) {
        revision++;
        LiveRecord.Builder record = LiveRecord.newBuilder().setBody(contents.toByteString());
        Stamp later = Stamp.of(UUID.randomUUID());
        FieldValues.of(contents).asMap().forEach((path, value) -> {
            StampedValue standing =
                    tablet.show(key).state().field(path).orElse(new StampedValue(ByteString.EMPTY, Stamp.NONE));
            Stamp stamp = standing.value().equals(value) ? standing.stamp() : later;
            record.addStamps(
                    StampedFields.newBuilder().setStamp(stamp.toProto()).addPaths(path.toProto()));
        });
        if (conflict != null) {
            record.addConflicts(conflict);
        }
        tablet.replica()
                .receive(StateBatch.newBuilder()
                        .setTeamId(Ids.toBytes(Brewery.TEAM))
                        .addStates(RecordState.newBuilder()
                                .setRecordType(key.type())
                                .setRecordId(Ids.toBytes(key.id()))
                                .setRevision(revision)
                                .setRecord(record))
                        .setCheckpoint(ByteString.copyFromUtf8("checkpoint " + revision))
                        .build());
    }
}
