package tsunagi.app.today;

import android.content.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.TsunagiApp;
import tsunagi.app.review.QuestionLine;
import tsunagi.app.user.User;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.Names;
import tsunagi.engine.lookup.Lookup;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;

/**
 * All that Today shows to whoever holds the tablet.
 *
 * @param user empty when nobody said who holds it; then only the drafts are shown
 * @param conflicts how many records wait for somebody to decide
 * @param recent the workplaces last visited
 */
record TodayPage(
        Optional<User> user,
        String day,
        Plans plans,
        List<DraftLine> drafts,
        List<FollowUps.Line> followUps,
        List<QuestionLine> questions,
        int conflicts,
        List<Recent> recent) {
    private static final int RECENT_SHOWN = 6;

    /** What is due later than this is for another day. */
    private static final int FOLLOW_UP_DAYS_AHEAD = 7;

    /** A workplace where a visit can be begun at once. */
    record Recent(RecordKey key, String name, String address) {}

    boolean isEmpty() {
        return plans.isEmpty() && drafts.isEmpty() && followUps.isEmpty() && questions.isEmpty() && conflicts == 0;
    }

    static TodayPage of(Context context) {
        Parts parts = TsunagiApp.parts(context);
        Names names = new Names(context);
        String day = new DayWords(context, parts.today()).byBothCalendars(parts.today());
        List<DraftLine> drafts = DraftLine.all(context, names);
        return parts.users()
                .current()
                .map(user -> of(context, parts, names, user, day, drafts))
                .orElseGet(() -> new TodayPage(
                        Optional.empty(),
                        day,
                        Plans.NONE,
                        drafts,
                        Collections.emptyList(),
                        Collections.emptyList(),
                        0,
                        Collections.emptyList()));
    }

    private static TodayPage of(
            Context context, Parts parts, Names names, User user, String day, List<DraftLine> drafts) {
        UUID team = user.teamId();
        Lookup lookup = parts.tablet().lookup();
        return new TodayPage(
                Optional.of(user),
                day,
                Plans.of(context, names, team),
                drafts,
                followUps(context, names, lookup, user),
                QuestionLine.open(context, team, names).stream()
                        .filter(line -> isFor(user, line.askedPersonId()))
                        .collect(Collectors.toList()),
                lookup.inConflict(team).size(),
                lookup.workplaces(team, "", RECENT_SHOWN).shown().stream()
                        .map(view -> recent(view.key(), view.as(Workplace.getDefaultInstance())))
                        .collect(Collectors.toList()));
    }

    private static Recent recent(RecordKey key, Workplace workplace) {
        return new Recent(key, workplace.getName(), workplace.getAddress());
    }

    private static boolean isFor(User user, String personId) {
        return personId.isEmpty() || personId.equals(user.personId());
    }

    private static List<FollowUps.Line> followUps(Context context, Names names, Lookup lookup, User user) {
        FollowUps followUps = new FollowUps(context, names);
        String until =
                TsunagiApp.parts(context).today().plusDays(FOLLOW_UP_DAYS_AHEAD).toString();
        return followUps.open(lookup.open(user.teamId(), RecordType.RECORD_TYPE_FOLLOW_UP_VALUE)).stream()
                .filter(line -> isFor(user, line.assigneeId()))
                .filter(line -> line.dueOn().compareTo(until) <= 0)
                .collect(Collectors.toList());
    }
}
