package tsunagi.engine.lookup;

import static tsunagi.engine.tablet.TabletFixture.named;

import com.google.protobuf.Message;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Candidate;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.Forget;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StampedFields;
import tsunagi.sync.v1.Tombstone;

/** States of records of any type as a server might send them. */
final class ServerStates {
    private ServerStates() {}

    static RecordState live(RecordKey key, long revision, Message contents) {
        StampedFields.Builder stamped = StampedFields.newBuilder().setStamp(stamp(revision));
        FieldValues.of(contents).paths().forEach(path -> stamped.addPaths(path.toProto()));
        return about(key, revision)
                .setRecord(
                        LiveRecord.newBuilder().setBody(contents.toByteString()).addStamps(stamped))
                .build();
    }

    /** One in which another value waits for the field that comes first. */
    static RecordState inConflict(RecordKey key, long revision, Message contents) {
        RecordState.Builder state = live(key, revision, contents).toBuilder();
        for (FieldPath path : FieldValues.of(contents).paths()) {
            state.getRecordBuilder()
                    .addConflicts(Conflict.newBuilder()
                            .setPath(path.toProto())
                            .setOpenedByChangeId(Ids.toBytes(named("other change at " + revision)))
                            .addCandidates(Candidate.newBuilder()
                                    .setStamp(Stamp.of(named("other change at " + revision))
                                            .toProto())));
            break;
        }
        return state.build();
    }

    static RecordState ended(RecordKey key, long revision, EndReason reason) {
        return about(key, revision)
                .setTombstone(Tombstone.newBuilder().setReason(reason).setStamp(stamp(revision)))
                .build();
    }

    static RecordState absorbed(RecordKey key, long revision, UUID successor) {
        RecordState.Builder state = ended(key, revision, EndReason.END_REASON_ABSORBED).toBuilder();
        state.getTombstoneBuilder().setSuccessorId(Ids.toBytes(successor));
        return state.build();
    }

    static RecordState forgotten(RecordKey key, long revision) {
        return about(key, revision).setForget(Forget.getDefaultInstance()).build();
    }

    private static RecordState.Builder about(RecordKey key, long revision) {
        return RecordState.newBuilder()
                .setRecordType(key.type())
                .setRecordId(Ids.toBytes(key.id()))
                .setRevision(revision);
    }

    private static tsunagi.sync.v1.Stamp stamp(long revision) {
        return Stamp.of(named("change at " + revision)).toProto();
    }
}
