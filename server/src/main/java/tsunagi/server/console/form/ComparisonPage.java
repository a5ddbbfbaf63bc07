package tsunagi.server.console.form;

import java.util.List;
import java.util.Locale;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormDifference;
import tsunagi.questionnaires.Question;

/** What is different between two versions of a form, in the words of its questions. */
public record ComparisonPage(
        String older, String newer, List<Named> added, List<Named> removed, List<Changed> changed) {
    /** A question. */
    public record Named(String path, String label) {}

    /** One thing that is said otherwise; aspect is the key of what it is. */
    public record Changed(Named question, String aspect, String before, String after) {}

    static ComparisonPage of(String olderName, Form older, String newerName, Form newer) {
        FormDifference difference = FormDifference.between(older, newer);
        return new ComparisonPage(
                olderName,
                newerName,
                difference.added().stream().map(path -> named(newer, path)).toList(),
                difference.removed().stream().map(path -> named(older, path)).toList(),
                difference.changed().stream()
                        .map(change -> new Changed(
                                named(newer, change.path()),
                                "form.aspect." + change.aspect().name().toLowerCase(Locale.ROOT),
                                change.before(),
                                change.after()))
                        .toList());
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Named named(Form form, String path) {
        return new Named(
                path,
                form.question(path)
                        .map((Question question) -> FormSummary.label(
                                question, form.languages().stream().findFirst()))
                        .orElse(path));
    }
}
