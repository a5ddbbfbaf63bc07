package tsunagi.app.workshop;

import android.content.res.Resources;
import android.text.InputType;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.app.participant.DistinctPeople;
import tsunagi.app.screen.Rows;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.WorkshopState;
import tsunagi.rules.Problem;

/** まとめ: what the workshop came to, what is missing, and whether it took place. */
final class SummaryPart implements WorkshopPart {
    private final WorkshopActivity activity;
    private final View view;
    private WorkshopPage page;

    SummaryPart(WorkshopActivity activity, ViewGroup frame) {
        this.activity = activity;
        this.view = activity.getLayoutInflater().inflate(R.layout.workshop_summary, frame, false);
        onTap(R.id.summary_held, () -> outcome(WorkshopState.WORKSHOP_STATE_HELD, ""));
        onTap(
                R.id.summary_cancelled,
                () -> askWhy(R.string.summary_why_cancelled, WorkshopState.WORKSHOP_STATE_CANCELLED));
        onTap(
                R.id.summary_postponed,
                () -> askWhy(R.string.summary_why_postponed, WorkshopState.WORKSHOP_STATE_POSTPONED));
    }

    private void onTap(int id, Runnable tapped) {
        view.findViewById(id).setOnClickListener(tap -> tapped.run());
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public void show(WorkshopPage newPage) {
        page = newPage;
        Totals totals = new Totals(page);
        text(R.id.summary_participants, activity.getString(R.string.summary_participants, totals.participants()));
        text(R.id.summary_basis, basis(totals));
        text(R.id.summary_attendance, attendance());
        ViewGroup splits = view.findViewById(R.id.summary_splits);
        Rows rows = Rows.anew(splits);
        for (Split split : new Split[] {Split.EMPLOYMENT, Split.OCCUPATION, Split.WORKPLACE, Split.DEPARTMENT}) {
            add(rows, split, totals);
        }
        showOutcome();
        showMissing();
        if (view.isShown()) {
            turned();
        }
    }

    @Override
    public void turned() {
        if (page != null && !page.places().isEmpty()) {
            WorkshopPage now = page;
            activity.doing(
                    () -> Season.of(
                            activity.tabletParts().tablet(),
                            now.places().get(0).key(),
                            now.line().day().orElseGet(activity.tabletParts()::today),
                            new DistinctPeople(activity)),
                    season -> text(
                            R.id.summary_season,
                            activity.getString(
                                    R.string.summary_season,
                                    now.places().get(0).name(),
                                    season.workshops(),
                                    season.times(),
                                    season.people())));
        }
    }

    private void text(int id, String text) {
        TextView line = view.findViewById(id);
        line.setText(text);
        line.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
    }

    private String basis(Totals totals) {
        int word =
                totals.countsNames() && totals.countsTallies() && page.roster().attended() > 0
                        ? R.string.summary_by_both
                        : totals.countsTallies() ? R.string.summary_by_tally : R.string.summary_by_roster;
        return activity.getString(word, page.roster().attended(), page.tally().people());
    }

    private String attendance() {
        Roster roster = page.roster();
        return roster.people() == 0
                ? ""
                : activity.getString(
                        R.string.summary_attendance,
                        roster.count(AttendanceState.ATTENDANCE_STATE_PRESENT),
                        roster.count(AttendanceState.ATTENDANCE_STATE_LATE),
                        roster.count(AttendanceState.ATTENDANCE_STATE_LEFT_EARLY),
                        roster.count(AttendanceState.ATTENDANCE_STATE_ABSENT),
                        roster.open());
    }

    private void add(Rows rows, Split split, Totals totals) {
        Resources words = activity.getResources();
        Map<String, Integer> counts = totals.by(split, words);
        if (!counts.isEmpty()) {
            List<String> lines = new ArrayList<>();
            counts.forEach((word, people) -> lines.add(words.getString(R.string.summary_count, word, people)));
            rows.row(words.getString(split.word()))
                    .detail(String.join(words.getString(R.string.workshop_between), lines));
        }
    }

    private void showOutcome() {
        WorkshopState state = page.workshop().getOutcome().getState();
        check(R.id.summary_held, state == WorkshopState.WORKSHOP_STATE_HELD);
        check(R.id.summary_cancelled, state == WorkshopState.WORKSHOP_STATE_CANCELLED);
        check(R.id.summary_postponed, state == WorkshopState.WORKSHOP_STATE_POSTPONED);
        String reason = page.workshop().getOutcome().getReason();
        text(R.id.summary_reason, reason.isEmpty() ? "" : activity.getString(R.string.summary_reason, reason));
    }

    private void check(int id, boolean isSo) {
        MaterialButton button = view.findViewById(id);
        button.setChecked(isSo);
        button.setIconResource(isSo ? R.drawable.ic_check : 0);
    }

    private void showMissing() {
        List<String> missing = Missing.of(activity.getResources(), page);
        boolean isJapanese = activity.getResources()
                .getConfiguration()
                .getLocales()
                .get(0)
                .getLanguage()
                .equals("ja");
        for (Problem problem : page.problems()) {
            missing.add(isJapanese ? problem.japanese() : problem.english());
        }
        Rows rows = Rows.anew(view.findViewById(R.id.summary_missing));
        rows.heading(R.string.summary_missing);
        if (missing.isEmpty()) {
            rows.row(activity.getString(R.string.summary_nothing_missing)).icon(R.drawable.ic_check);
        }
        missing.forEach(line -> rows.row(line).icon(R.drawable.ic_warning));
    }

    private void outcome(WorkshopState state, String reason) {
        WorkshopState before = page.workshop().getOutcome().getState();
        String reasonBefore = page.workshop().getOutcome().getReason();
        activity.doing(
                () -> {
                    activity.counting().outcome(state, reason);
                    return activity.load();
                },
                now -> {
                    activity.show(now);
                    activity.say(
                            now.line().stateWords(activity.getResources()),
                            () -> activity.doing(() -> activity.counting().outcome(before, reasonBefore)));
                });
    }

    private void askWhy(int title, WorkshopState state) {
        EditText reason = new EditText(activity);
        reason.setId(R.id.summary_why);
        reason.setInputType(InputType.TYPE_CLASS_TEXT
                | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES
                | InputType.TYPE_TEXT_FLAG_MULTI_LINE);
        reason.setText(page.workshop().getOutcome().getReason());
        reason.setHint(R.string.summary_why);
        new MaterialAlertDialogBuilder(activity)
                .setTitle(title)
                .setView(reason)
                .setPositiveButton(
                        R.string.save,
                        (dialog, which) ->
                                outcome(state, reason.getText().toString().trim()))
                .setNegativeButton(R.string.cancel, null)
                .show();
        reason.requestFocus();
    }
}
