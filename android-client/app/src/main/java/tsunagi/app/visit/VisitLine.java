package tsunagi.app.visit;

import android.content.Context;
import android.content.res.Resources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.user.User;
import tsunagi.app.words.DayWords;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitState;

/**
 * A visit in one line: the day, what it came to, its kinds, who went.
 *
 * @param day in words, such as 7月26日(金); empty when it has none
 * @param outcome what it came to, such as 実施 or 予定
 * @param kinds empty when none is said
 * @param who the names of those who went or are to go
 * @param hasConflict somebody has to decide between values of a field
 */
public record VisitLine(
        RecordKey key,
        String day,
        VisitState state,
        String outcome,
        String kinds,
        String who,
        boolean hasConflict,
        String separator) {
    /** The line of a visit as it shows, among these users. */
    public static VisitLine of(Context context, LocalDate today, RecordView view, List<User> users) {
        Resources words = context.getResources();
        Visit visit = view.as(Visit.getDefaultInstance());
        String and = words.getString(R.string.visit_list_separator);
        VisitState state = visit.getOutcome().getState();
        return new VisitLine(
                view.key(),
                new DayWords(context, today).day(visit.getVisitOn()),
                state,
                words.getString(word(VisitWords.STATES, state, R.string.visit_planned)),
                kinds(words, visit),
                String.join(and, new People(words, users).names(visit)),
                !view.state().conflicts().isEmpty(),
                words.getString(R.string.visit_separator));
    }

    static String kinds(Resources words, Visit visit) {
        return visit.getKindsList().stream()
                .map(kind -> words.getString(word(VisitWords.KINDS, kind, R.string.visit_kind_unknown)))
                .collect(Collectors.joining(words.getString(R.string.visit_list_separator)));
    }

    static <K> int word(Map<K, Integer> words, K key, int unknown) {
        return words.getOrDefault(key, unknown);
    }

    /** All of it, such as {@code 7月26日(金) · 実施 · 職場見学 · 山田 明子}. */
    public String text() {
        return join(day, outcome, kinds, who);
    }

    /** What stands below the day. */
    public String rest() {
        return join(kinds, who);
    }

    private String join(String... pieces) {
        List<String> said = new ArrayList<>();
        for (String piece : pieces) {
            if (!piece.isEmpty()) {
                said.add(piece);
            }
        }
        return String.join(separator, said);
    }
}
