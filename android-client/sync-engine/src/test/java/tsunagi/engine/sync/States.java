package tsunagi.engine.sync;

import static tsunagi.engine.tablet.TabletFixture.NEEDS;
import static tsunagi.engine.tablet.TabletFixture.VISIT;
import static tsunagi.engine.tablet.TabletFixture.named;

import tsunagi.change.Stamp;
import tsunagi.record.Ids;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.Forget;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StampedFields;
import tsunagi.sync.v1.Tombstone;

/** States of visits as a server might send them. */
final class States {
    private States() {}

    static RecordState live(String name, long revision, String needs) {
        return about(name, revision)
                .setRecord(LiveRecord.newBuilder()
                        .setBody(Visit.newBuilder().setNeeds(needs).build().toByteString())
                        .addStamps(StampedFields.newBuilder()
                                .setStamp(
                                        Stamp.of(named("change at " + revision)).toProto())
                                .addPaths(NEEDS.toProto())))
                .build();
    }

    static RecordState ended(String name, long revision, EndReason reason) {
        return about(name, revision)
                .setTombstone(Tombstone.newBuilder()
                        .setReason(reason)
                        .setStamp(Stamp.of(named("change at " + revision)).toProto()))
                .build();
    }

    static RecordState absorbed(String name, long revision, String successor) {
        RecordState.Builder state = ended(name, revision, EndReason.END_REASON_ABSORBED).toBuilder();
        state.getTombstoneBuilder().setSuccessorId(Ids.toBytes(named(successor)));
        return state.build();
    }

    static RecordState forgotten(String name, long revision) {
        return about(name, revision).setForget(Forget.getDefaultInstance()).build();
    }

    private static RecordState.Builder about(String name, long revision) {
        return RecordState.newBuilder()
                .setRecordType(VISIT)
                .setRecordId(Ids.toBytes(named(name)))
                .setRevision(revision);
    }
}
