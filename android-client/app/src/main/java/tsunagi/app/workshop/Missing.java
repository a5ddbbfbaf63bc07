package tsunagi.app.workshop;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.records.v1.WorkshopState;

/** What is not said yet of who came, beside what the rules of the domain say of the workshop itself. */
final class Missing {
    private Missing() {}

    static List<String> of(Resources words, WorkshopPage page) {
        List<String> missing = new ArrayList<>();
        Roster roster = page.roster();
        WorkshopState state = page.workshop().getOutcome().getState();
        if (state == WorkshopState.WORKSHOP_STATE_UNSPECIFIED && roster.attended() > 0) {
            missing.add(words.getString(R.string.summary_no_outcome));
        }
        add(missing, words, R.plurals.summary_open, roster.open());
        add(missing, words, R.plurals.summary_disputed, roster.disputed());
        int alike = (int)
                roster.rows().stream().filter(row -> !row.likes().isEmpty()).count();
        add(missing, words, R.plurals.summary_alike, alike);
        if (roster.attended() > 0
                && page.tally().people() > 0
                && !page.workshop().hasCountingBasis()) {
            missing.add(words.getString(R.string.summary_no_basis));
        }
        return missing;
    }

    private static void add(List<String> missing, Resources words, int plural, int people) {
        if (people > 0) {
            missing.add(words.getQuantityString(plural, people, people));
        }
    }
}
