package tsunagi.server.console.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;

/** What is in a form, for somebody who looks it over. */
public record FormSummary(
        String key, String version, String title, List<String> languages, List<Line> questions, List<String> scales) {
    /** A question in the form's first language. */
    public record Line(String path, String label, String type, boolean isRequired) {}

    static FormSummary of(Form form) {
        Optional<String> first = form.languages().stream().findFirst();
        return new FormSummary(
                form.key(),
                form.version(),
                form.title(),
                form.languages(),
                form.questions().stream().map(question -> line(question, first)).toList(),
                form.scales().entrySet().stream()
                        .map(scale -> scale.getValue().getName().isEmpty()
                                ? scale.getKey()
                                : scale.getValue().getName())
                        .toList());
    }

    private static Line line(Question question, Optional<String> language) {
        return new Line(
                question.path(),
                label(question, language),
                question.type().name().toLowerCase(Locale.ROOT),
                !question.rules().required().isEmpty());
    }

    static String label(Question question, Optional<String> language) {
        String label = question.labels().getOrDefault(language.orElse(""), "");
        return label.isEmpty() ? question.labels().values().stream().findFirst().orElse(question.path()) : label;
    }
}
