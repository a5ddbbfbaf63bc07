package tsunagi.server.console.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetItem;
import tsunagi.questionnaires.SheetSetting;
import tsunagi.records.v1.Answer;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.form.TypedAnswer;

/**
 * A sheet that is filled in for a try; it is kept nowhere but on the page.
 *
 * @param address where the page is
 * @param added the repeats of which one more part was asked for, in that order
 * @param findings by path, once somebody said to be done
 */
public record Preview(
        String title,
        String address,
        String back,
        List<String> languages,
        String language,
        List<SheetItem> items,
        List<String> added,
        Map<String, List<Finding>> findings,
        boolean isChecked) {
    /** Answers decide what is asked, and that again what is answered; forms nest this less deeply. */
    private static final int PASSES_MAX = 20;

    /** What stands before the path of a question in the name of its field. */
    private static final String ANSWER = "a:";

    static Preview of(Form form, String address, String back, FormFields entered) {
        int[] parts = {0};
        Sheet sheet = form.begin(new SheetSetting(() -> "p" + ++parts[0], Map.of("deviceid", "console")));
        String language = entered.text("language")
                .filter(form.languages()::contains)
                .orElse(form.languages().isEmpty() ? "" : form.languages().get(0));
        if (!language.isEmpty()) {
            sheet.speak(language);
        }
        List<String> added = new ArrayList<>(entered.all("added"));
        entered.text("add").ifPresent(added::add);
        answer(sheet, entered, added);
        boolean isChecked = entered.has("done");
        return new Preview(
                form.title(),
                address,
                back,
                form.languages(),
                language,
                sheet.items(),
                added,
                isChecked ? byPath(sheet.finish()) : Map.of(),
                isChecked);
    }

    private static void answer(Sheet sheet, FormFields entered, List<String> added) {
        Set<String> answered = new HashSet<>();
        List<String> toAdd = new ArrayList<>(added);
        for (int pass = 0; pass < PASSES_MAX; pass++) {
            boolean isNews = toAdd.removeIf(repeat -> sheet.add(repeat).isPresent());
            for (SheetItem item : sheet.items()) {
                if (item instanceof SheetItem.Asked question && answered.add(question.path())) {
                    isNews |= answer(sheet, question, entered);
                }
            }
            if (!isNews) {
                return;
            }
        }
    }

    private static boolean answer(Sheet sheet, SheetItem.Asked question, FormFields entered) {
        List<String> values = entered.all(ANSWER + question.path()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (values.isEmpty() || question.isReadOnly()) {
            return false;
        }
        sheet.answer(
                question.path(),
                question.choices().isEmpty()
                        ? TypedAnswer.of(values.get(0).strip(), question)
                        : Answer.newBuilder().addAllChoices(values).build());
        return true;
    }

    private static Map<String, List<Finding>> byPath(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::path));
    }

    /** The name of a question's field. */
    public String field(SheetItem.Asked question) {
        return ANSWER + question.path();
    }

    public boolean isChosen(SheetItem.Asked question, String choice) {
        return question.answer()
                .map(answer -> answer.getChoicesList().contains(choice))
                .orElse(false);
    }

    /** What stands in a field that is typed into. */
    public String typed(SheetItem.Asked question) {
        return question.answer().map(AnswerWords::of).orElse("");
    }

    public List<Finding> findingsOf(String path) {
        return findings.getOrDefault(path, List.of());
    }

    public int findingCount() {
        return findings.values().stream().mapToInt(List::size).sum();
    }

    /** The picture that a question shows, as the form names it. */
    public Optional<String> picture(Map<String, String> media) {
        return Optional.ofNullable(media.get("image"));
    }
}
