package tsunagi.app.visit;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.android.material.bottomsheet.BottomSheetBehavior;
import com.google.android.material.bottomsheet.BottomSheetDialog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.app.visit.VisitSummary.Missing;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** The last look before a visit is saved: what is in it, what is missing, and the way to each. */
final class SummarySheet {
    private final VisitActivity screen;
    private final VisitSummary summary;

    SummarySheet(VisitActivity screen, VisitSummary summary) {
        this.screen = screen;
        this.summary = summary;
    }

    void show() {
        View view = LayoutInflater.from(screen).inflate(R.layout.visit_summary, null);
        BottomSheetDialog sheet = new BottomSheetDialog(screen);
        sheet.setContentView(view);
        sheet.getBehavior().setState(BottomSheetBehavior.STATE_EXPANDED);
        sheet.getBehavior().setSkipCollapsed(true);
        TextView title = view.findViewById(R.id.visit_summary_title);
        title.setText(summary.page().place().name());
        TextView line = view.findViewById(R.id.visit_summary_line);
        line.setText(contents());
        TextView missing = view.findViewById(R.id.visit_summary_missing);
        missing.setText(summary.missing().isEmpty() ? R.string.visit_nothing_missing : R.string.visit_missing);
        ViewGroup problems = view.findViewById(R.id.visit_summary_problems);
        summary.missing().forEach(one -> problems.addView(problem(one, problems, sheet)));
        TextView save = view.findViewById(R.id.visit_summary_save);
        save.setText(summary.missing().isEmpty() ? R.string.save : R.string.visit_save_as_is);
        save.setOnClickListener(tapped -> {
            sheet.dismiss();
            screen.save();
        });
        view.findViewById(R.id.visit_summary_back).setOnClickListener(tapped -> sheet.dismiss());
        sheet.show();
    }

    private String contents() {
        VisitPage page = summary.page();
        Visit visit = page.visit().message();
        Resources words = screen.getResources();
        List<String> said = new ArrayList<>();
        said.add(screen.days().day(visit.getVisitOn()));
        said.add(words.getString(
                VisitLine.word(VisitWords.STATES, visit.getOutcome().getState(), R.string.visit_planned)));
        said.add(VisitLine.kinds(words, visit));
        said.add(String.join(
                words.getString(R.string.visit_list_separator), new People(words, page.users()).names(visit)));
        count(
                said,
                R.plurals.visit_observations_count,
                page.parts().observations().size());
        int photos = visit.getPhotosCount()
                + page.parts().observations().stream()
                        .mapToInt(part -> part.message().getPhotosCount())
                        .sum();
        count(said, R.plurals.visit_photos_count, photos);
        count(said, R.plurals.visit_referrals_count, page.parts().referrals().size());
        count(said, R.plurals.visit_next_count, page.parts().next().size());
        said.removeIf(String::isEmpty);
        return String.join(words.getString(R.string.visit_separator), said);
    }

    private void count(List<String> said, int plural, int number) {
        if (number > 0) {
            said.add(screen.getResources().getQuantityString(plural, number, number));
        }
    }

    private View problem(Missing missing, ViewGroup problems, BottomSheetDialog sheet) {
        TextView row = (TextView) LayoutInflater.from(screen).inflate(R.layout.visit_problem, problems, false);
        boolean isJapanese = screen.getResources()
                .getConfiguration()
                .getLocales()
                .get(0)
                .getLanguage()
                .equals("ja");
        String words =
                isJapanese ? missing.problem().japanese() : missing.problem().english();
        boolean isOfVisit = missing.key().type() == RecordType.RECORD_TYPE_VISIT_VALUE;
        row.setText(isOfVisit ? words : screen.getString(R.string.visit_problem_in, type(missing), words));
        row.setOnClickListener(view -> {
            sheet.dismiss();
            lead(missing);
        });
        return row;
    }

    private String type(Missing missing) {
        return screen.getString(
                switch (missing.key().type()) {
                    case RecordType.RECORD_TYPE_OBSERVATION_VALUE -> R.string.visit_observations;
                    case RecordType.RECORD_TYPE_REFERRAL_VALUE -> R.string.visit_referrals;
                    default -> R.string.visit_next;
                });
    }

    private void lead(Missing missing) {
        switch (missing.key().type()) {
            case RecordType.RECORD_TYPE_OBSERVATION_VALUE -> open(missing, ObservationActivity.class);
            case RecordType.RECORD_TYPE_REFERRAL_VALUE -> open(missing, ReferralActivity.class);
            case RecordType.RECORD_TYPE_FOLLOW_UP_VALUE -> open(missing, FollowUpActivity.class);
            default -> goTo(screen.findViewById(fieldOf(missing.problem().field())));
        }
    }

    private void open(Missing missing, Class<?> activity) {
        screen.startActivity(PartActivity.to(screen, activity, screen.draft().key(), missing.key()));
    }

    private static void goTo(View field) {
        field.requestFocus();
        field.getParent().requestChildFocus(field, field);
    }

    /** The view that stands for a field of the schema. */
    private static int fieldOf(String field) {
        Map<String, Integer> views = new LinkedHashMap<>();
        views.put("outcome.retry_on", R.id.visit_retry);
        views.put("outcome.reason", R.id.visit_reasons);
        views.put("outcome", R.id.visit_states);
        views.put("visit_on", R.id.visit_day);
        views.put("members", R.id.visit_members);
        views.put("met_workers", R.id.visit_met_workers);
        views.put("worked_times", R.id.visit_hours);
        views.put("photos", R.id.photo_strip);
        views.put("photo_permission", R.id.visit_consents);
        views.put("needs", R.id.visit_needs);
        views.put("findings", R.id.visit_findings);
        views.put("advice", R.id.visit_advice);
        for (Map.Entry<String, Integer> view : views.entrySet()) {
            if (field.startsWith(view.getKey())) {
                return view.getValue();
            }
        }
        return R.id.visit_states;
    }
}
