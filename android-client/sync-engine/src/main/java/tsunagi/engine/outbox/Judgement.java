package tsunagi.engine.outbox;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Verdict;

/** What a verdict means for the change it is about. */
record Judgement(Verdict verdict, Standing standing, long revision, Optional<UUID> appliedTo) {
    static Judgement of(Verdict verdict) {
        return switch (verdict.getOutcomeCase()) {
            case ACCEPTED -> taken(verdict, verdict.getAccepted().getRevision(), ByteString.EMPTY);
            case MERGED ->
                taken(
                        verdict,
                        verdict.getMerged().getRevision(),
                        verdict.getMerged().getAppliedToRecordId());
            case CONFLICTED ->
                taken(
                        verdict,
                        verdict.getConflicted().getRevision(),
                        verdict.getConflicted().getAppliedToRecordId());
            case PARKED -> new Judgement(verdict, Standing.PARKED, 0, Optional.empty());
            case ERASED -> new Judgement(verdict, Standing.ERASED, 0, Optional.empty());
            case DROPPED -> new Judgement(verdict, Standing.DROPPED, 0, Optional.empty());
            // Nothing was judged: the change goes on waiting for a lane of its own.
            case CLONED, OUTCOME_NOT_SET -> new Judgement(verdict, Standing.WAITING, 0, Optional.empty());
        };
    }

    private static Judgement taken(Verdict verdict, long revision, ByteString appliedTo) {
        return new Judgement(
                verdict,
                Standing.TAKEN,
                revision,
                Ids.isId(appliedTo) ? Optional.of(Ids.fromBytes(appliedTo)) : Optional.empty());
    }

    boolean needsNoPerson() {
        return verdict.hasAccepted();
    }
}
