package tsunagi.app.questionnaire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tsunagi.name.SearchWords;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.questionnaires.SheetItem.Choice;

/**
 * Finds choices of a long list by what somebody types.
 *
 * @param names by the value of the choice: its label in each language of the form, since one of them may be a reading
 */
record ChoiceSearch(List<Choice> choices, Map<String, Collection<String>> names) {
    private static final Pattern PART_KEY = Pattern.compile("\\[[^\\]]*\\]");

    /** More are not looked through; a further letter is quicker. */
    private static final int SHOWN_MOST = 30;

    /**
     * What was found.
     *
     * @param further how many more there are
     */
    record Found(List<Choice> shown, int further) {}

    static ChoiceSearch of(Form form, Asked asked) {
        Map<String, Collection<String>> names = new HashMap<>();
        for (Question.Choice choice : form.question(
                        PART_KEY.matcher(asked.path()).replaceAll(""))
                .map(Question::choices)
                .orElse(Collections.emptyList())) {
            names.put(choice.value(), choice.labels().values());
        }
        return new ChoiceSearch(asked.choices(), names);
    }

    /** Those that are chosen come first. */
    Found find(String typed, List<String> chosen) {
        SearchWords words = SearchWords.of(typed);
        List<Choice> shown = new ArrayList<>();
        int further = 0;
        for (Choice choice : choices) {
            if (chosen.contains(choice.value())) {
                shown.add(choice);
            }
        }
        for (Choice choice : choices) {
            boolean isFound = !chosen.contains(choice.value()) && words.find(namesOf(choice));
            if (isFound && shown.size() < SHOWN_MOST) {
                shown.add(choice);
            } else if (isFound) {
                further++;
            }
        }
        return new Found(shown, further);
    }

    private Collection<String> namesOf(Choice choice) {
        List<String> all = new ArrayList<>(names.getOrDefault(choice.value(), Collections.emptyList()));
        all.add(choice.label());
        return all;
    }
}
