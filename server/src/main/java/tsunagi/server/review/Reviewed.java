package tsunagi.server.review;

import java.util.List;
import java.util.UUID;
import tsunagi.server.desk.DeskWord;
import tsunagi.sync.v1.Verdict;

/**
 * What became of something that was said about records, all of it one save.
 *
 * @param taken how many records it was taken in for, or said so already
 * @param parked for how many it waits for a person
 * @param firstRevision the first revision it took; 0 when it took none
 * @param lastRevision the last one
 */
public record Reviewed(UUID saveId, int taken, int parked, long firstRevision, long lastRevision) {
    static Reviewed of(UUID saveId, List<DeskWord> words) {
        int parked = (int) words.stream().filter(Reviewed::isNotTaken).count();
        List<Long> revisions = words.stream()
                .filter(DeskWord.Taken.class::isInstance)
                .map(word -> revision(((DeskWord.Taken) word).verdict()))
                .toList();
        return new Reviewed(
                saveId,
                words.size() - parked,
                parked,
                revisions.stream().mapToLong(Long::longValue).min().orElse(0),
                revisions.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** Whether anything was written that can be taken back. */
    public boolean canBeUndone() {
        return lastRevision > 0;
    }

    private static boolean isNotTaken(DeskWord word) {
        return !(word instanceof DeskWord.Taken) && !(word instanceof DeskWord.Unchanged);
    }

    private static long revision(Verdict verdict) {
        return switch (verdict.getOutcomeCase()) {
            case ACCEPTED -> verdict.getAccepted().getRevision();
            case MERGED -> verdict.getMerged().getRevision();
            case CONFLICTED -> verdict.getConflicted().getRevision();
            case PARKED, ERASED, CLONED, DROPPED, OUTCOME_NOT_SET ->
                throw new IllegalArgumentException(verdict.getOutcomeCase() + " takes no revision");
        };
    }
}
