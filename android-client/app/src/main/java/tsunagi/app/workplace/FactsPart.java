package tsunagi.app.workplace;

import android.view.ViewGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.Workplace;
import tsunagi.rules.Problem;

/** What is known of a workplace: its departments, what was told from year to year, and what the rules say of it. */
final class FactsPart {
    private final ScreenActivity<?> screen;

    FactsPart(ScreenActivity<?> screen) {
        this.screen = screen;
    }

    void departments(ViewGroup part, Workplace workplace) {
        Rows rows = Rows.anew(part);
        rows.heading(R.string.workplace_departments);
        List<String> open = names(workplace, false);
        List<String> closed = names(workplace, true);
        String between = screen.getString(R.string.word_between);
        if (open.isEmpty()) {
            rows.note(R.string.workplace_departments_none);
        } else {
            rows.row(String.join(between, open)).icon(R.drawable.ic_department);
        }
        if (!closed.isEmpty()) {
            rows.note(screen.getString(R.string.workplace_departments_closed, String.join(between, closed)));
        }
    }

    private static List<String> names(Workplace workplace, boolean areClosed) {
        return workplace.getDepartmentsMap().values().stream()
                .filter(department -> department.getClosedOn().isEmpty() != areClosed)
                .sorted(Departments.IN_ORDER)
                .map(Department::getName)
                .collect(Collectors.toList());
    }

    void facts(ViewGroup part, RecordKey workplace, List<FactLine> facts) {
        Rows rows = Rows.anew(part);
        rows.heading(R.string.workplace_facts)
                .textButton(
                        R.id.workplace_facts_edit,
                        R.string.workplace_facts_edit,
                        () -> screen.startActivity(WorkplaceEditActivity.toFacts(screen, workplace)));
        facts.forEach(fact -> rows.row(fact.title()).detail(String.join("\n", fact.years())));
        if (facts.isEmpty()) {
            rows.note(R.string.workplace_facts_none);
        }
    }

    void problems(ViewGroup part, List<Problem> problems) {
        if (problems.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.workplace_problems);
        problems.stream()
                .sorted(Comparator.comparing(problem -> !problem.isError()))
                .forEach(problem -> add(rows, problem));
    }

    private void add(Rows rows, Problem problem) {
        Locale locale = screen.getResources().getConfiguration().getLocales().get(0);
        boolean isJapanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        Row row = rows.row(isJapanese ? problem.japanese() : problem.english());
        if (problem.isError()) {
            row.wrong(R.drawable.ic_warning, screen.getString(R.string.workplace_problem_error));
        } else {
            row.wanted(R.drawable.ic_question, screen.getString(R.string.workplace_problem_warning));
        }
    }
}
