package tsunagi.app.workshop;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.records.v1.AttendanceState;

/** How many came, in one line that is always in view. */
final class CountWords {
    private CountWords() {}

    static String of(Resources words, WorkshopPage page) {
        Roster roster = page.roster();
        List<String> parts = new ArrayList<>();
        parts.add(
                roster.people() == 0
                        ? words.getString(R.string.count_no_roster)
                        : words.getString(R.string.count_roster, roster.attended(), roster.people()));
        add(parts, words, R.string.count_late, roster.count(AttendanceState.ATTENDANCE_STATE_LATE));
        add(parts, words, R.string.count_left, roster.count(AttendanceState.ATTENDANCE_STATE_LEFT_EARLY));
        add(parts, words, R.string.count_absent, roster.count(AttendanceState.ATTENDANCE_STATE_ABSENT));
        add(parts, words, R.string.count_open, roster.open());
        add(parts, words, R.string.count_disputed, roster.disputed());
        add(parts, words, R.string.count_tally, page.tally().people());
        return String.join(words.getString(R.string.workshop_between), parts);
    }

    private static void add(List<String> parts, Resources words, int word, int people) {
        if (people > 0) {
            parts.add(words.getString(word, people));
        }
    }
}
