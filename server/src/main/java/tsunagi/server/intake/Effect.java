package tsunagi.server.intake;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.change.FieldPath;
import tsunagi.merge.Outcome;
import tsunagi.merge.StampedValue;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.Conflicted;
import tsunagi.sync.v1.Merged;
import tsunagi.sync.v1.Verdict;

/** What a change did to the records of its team. */
sealed interface Effect {
    /** Nothing: it makes no sense for them as they are. */
    record Refused(Objection objection) implements Effect {}

    /**
     * It was taken in.
     *
     * @param asSent true when its record is just what its author's tablet shows
     * @param appliedTo the record it went to: its own, or the one that speaks for it
     * @param results the values in place where they are not what it said
     */
    record Applied(
            boolean asSent,
            RecordKey appliedTo,
            Set<FieldPath> merged,
            Set<FieldPath> conflicted,
            SortedMap<FieldPath, StampedValue> results,
            boolean revived,
            boolean keptAlive)
            implements Effect {

        static Applied of(Outcome outcome, boolean asSent, RecordKey appliedTo) {
            return new Applied(
                    asSent,
                    appliedTo,
                    outcome.merged(),
                    outcome.conflicted(),
                    outcome.results(),
                    outcome.revived(),
                    outcome.keptAlive());
        }

        static Applied ofDuplicates(boolean asSent, RecordKey key, SortedMap<FieldPath, StampedValue> results) {
            return new Applied(asSent, key, Set.of(), Set.of(), results, false, false);
        }

        /** With values that followed in other records; those of its own record count more. */
        Applied withMore(SortedMap<FieldPath, StampedValue> others) {
            TreeMap<FieldPath, StampedValue> all = new TreeMap<>(others);
            all.putAll(results);
            return new Applied(asSent, appliedTo, merged, conflicted, all, revived, keptAlive);
        }

        Verdict verdict(RecordKey own, long previousRevision, long revision) {
            Verdict.Builder verdict = Verdict.newBuilder();
            if (asSent) {
                return verdict.setAccepted(
                                Accepted.newBuilder().setRevision(revision).setPreviousRevision(previousRevision))
                        .build();
            }
            return conflicted.isEmpty()
                    ? verdict.setMerged(merged(own, revision)).build()
                    : verdict.setConflicted(conflicted(own, revision)).build();
        }

        private Merged merged(RecordKey own, long revision) {
            Merged.Builder word = Merged.newBuilder().setRevision(revision);
            merged.forEach(path -> word.addPaths(path.toProto()));
            if (revived) {
                word.setRevived(true);
            }
            if (keptAlive) {
                word.setKeptAlive(true);
            }
            if (!appliedTo.equals(own)) {
                word.setAppliedToRecordId(Ids.toBytes(appliedTo.id()));
            }
            return word.build();
        }

        private Conflicted conflicted(RecordKey own, long revision) {
            Conflicted.Builder word = Conflicted.newBuilder().setRevision(revision);
            conflicted.forEach(path -> word.addPaths(path.toProto()));
            if (revived) {
                word.setRevived(true);
            }
            if (!appliedTo.equals(own)) {
                word.setAppliedToRecordId(Ids.toBytes(appliedTo.id()));
            }
            return word.build();
        }
    }
}
