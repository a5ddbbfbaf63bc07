package tsunagi.app.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.SheetItem.Asked;

/**
 * The choices of a question that go with no other, such as 特になし. A form says it by its condition, as in {@code
 * not(selected(., 'none') and count-selected(.) > 1)}.
 */
record Exclusive(Set<String> values) {
    private static final Pattern SELECTED = Pattern.compile("selected\\(\\s*\\.\\s*,\\s*['\"]([^'\"]+)['\"]\\s*\\)");
    private static final Pattern PART_KEY = Pattern.compile("\\[[^\\]]*\\]");

    static Exclusive of(Form form, Asked asked) {
        String constraint = form.question(PART_KEY.matcher(asked.path()).replaceAll(""))
                .map(question -> question.rules().constraint())
                .orElse("");
        Set<String> values = new HashSet<>();
        if (constraint.contains("count-selected")) {
            Matcher selected = SELECTED.matcher(constraint);
            while (selected.find()) {
                values.add(selected.group(1));
            }
        }
        return new Exclusive(values);
    }

    /** What is chosen after a tap on a choice, in the order of the form. */
    List<String> toggle(List<String> chosen, String tapped, List<String> order) {
        Set<String> after = new HashSet<>(chosen);
        if (!after.remove(tapped)) {
            after.removeIf(other -> values.contains(other) || values.contains(tapped));
            after.add(tapped);
        }
        List<String> ordered = new ArrayList<>(order);
        ordered.retainAll(after);
        return ordered;
    }
}
