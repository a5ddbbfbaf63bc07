package tsunagi.app.visit;

import android.content.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tsunagi.app.Parts;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitState;
import tsunagi.rules.Problem;

/**
 * What is about to be saved, and what is missing in it.
 *
 * @param missing what the rules say of the visit and of all that belongs to it
 */
record VisitSummary(VisitPage page, List<Missing> missing) {
    private static final Set<VisitState> ATTEMPTS = EnumSet.of(
            VisitState.VISIT_STATE_ABSENT, VisitState.VISIT_STATE_CUT_SHORT, VisitState.VISIT_STATE_DECLINED);

    /** Something that a person should see, and the record it is about. */
    record Missing(RecordKey key, Problem problem) {}

    static VisitSummary of(Context context, Parts parts, Draft draft) {
        Tablet tablet = parts.tablet();
        List<Missing> missing = new ArrayList<>();
        VisitDrafts drafts = VisitDrafts.of(tablet, draft);
        draft.problems().forEach(problem -> missing.add(new Missing(draft.key(), problem)));
        for (Draft other : drafts.others()) {
            other.problems().forEach(problem -> missing.add(new Missing(other.key(), problem)));
        }
        return new VisitSummary(VisitPage.of(context, parts, draft), missing);
    }

    /** An attempt in which nothing has to be mended: there is nothing to look through. */
    boolean isPlainAttempt() {
        Visit visit = page.visit().message();
        return ATTEMPTS.contains(visit.getOutcome().getState())
                && missing.stream().noneMatch(one -> one.problem().isError());
    }
}
