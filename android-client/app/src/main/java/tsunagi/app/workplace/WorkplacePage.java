package tsunagi.app.workplace;

import android.content.Context;
import java.util.List;
import tsunagi.app.Parts;
import tsunagi.app.TsunagiApp;
import tsunagi.app.dispatch.Dispatches;
import tsunagi.app.today.FollowUps;
import tsunagi.app.words.Names;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.rules.Problem;

/**
 * All that the page of one workplace shows.
 *
 * @param thisYear who had to do with it this fiscal year: days and bodies, no contents
 * @param history all that happened there, the latest first
 */
record WorkplacePage(
        RecordView view,
        Workplace workplace,
        Sketch sketch,
        List<ContactLine> contacts,
        List<FollowUps.Line> nextSteps,
        List<Dispatches.Line> dispatches,
        List<HappeningLine> referrals,
        List<HappeningLine> thisYear,
        List<HappeningLine> history,
        List<FactLine> facts,
        List<Problem> problems) {

    static WorkplacePage of(Context context, RecordKey asked) {
        Parts parts = TsunagiApp.parts(context);
        RecordView view = speaking(parts, parts.tablet().show(asked));
        RecordKey key = view.key();
        Workplace workplace = view.as(Workplace.getDefaultInstance());
        Lookup lookup = parts.tablet().lookup();
        Names names = new Names(context);
        Happenings happenings = new Happenings(context, names, key);
        return new WorkplacePage(
                view,
                workplace,
                Sketch.of(context, workplace, parts.today()),
                ContactLine.of(context, names, lookup.referring(key, RecordType.RECORD_TYPE_CONTACT_VALUE)),
                new FollowUps(context, names).open(lookup.referring(key, RecordType.RECORD_TYPE_FOLLOW_UP_VALUE)),
                new Dispatches(context, names).planned(key),
                happenings.openReferrals(),
                happenings.thisYear(),
                happenings.history(),
                FactLine.of(context, workplace),
                parts.tablet().problems(key));
    }

    /** The workplace that speaks for one that was a duplicate. */
    private static RecordView speaking(Parts parts, RecordView view) {
        return view.state()
                .life()
                .successor()
                .map(id -> parts.tablet().show(view.key().withId(id)))
                .orElse(view);
    }
}
