package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;

/**
 * Which columns of a file answer which questions: by path, by the question's name, or by what it asks in any of its languages.
 *
 * @param byHeading the questions, by the heading of their column
 * @param remarks headings that are no question, and questions that have no column
 */
record QuestionColumns(Map<String, Question> byHeading, List<Remark> remarks) {
    static QuestionColumns of(Form form, Collection<String> headings) {
        Map<String, Question> byHeading = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        for (String heading : headings) {
            find(form, heading)
                    .filter(question -> !byHeading.containsValue(question))
                    .ifPresentOrElse(
                            question -> byHeading.put(heading, question),
                            () -> remarks.add(new Remark(
                                    0,
                                    "",
                                    false,
                                    "列「" + heading + "」は調査票「" + form.title() + "」のどの質問とも合わないので、取り込みません。",
                                    "The column '" + heading + "' is no question of the form and is not imported.")));
        }
        List<String> missing = form.questions().stream()
                .filter(question -> !byHeading.containsValue(question)
                        && question.rules().calculation().isEmpty())
                .map(Question::path)
                .toList();
        if (!missing.isEmpty()) {
            String paths = String.join(", ", missing);
            remarks.add(new Remark(0, "", false, "列のない質問: " + paths, "Questions without a column: " + paths));
        }
        return new QuestionColumns(byHeading, remarks);
    }

    private static Optional<Question> find(Form form, String heading) {
        String plain = Headings.plain(heading);
        return form.questions().stream()
                .filter(question -> question.path().equals(heading)
                        || Headings.plain(name(question.path())).equals(plain)
                        || question.labels().values().stream()
                                .anyMatch(label -> Headings.plain(label).equals(plain)))
                .findFirst();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
