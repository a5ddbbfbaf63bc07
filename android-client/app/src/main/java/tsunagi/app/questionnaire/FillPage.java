package tsunagi.app.questionnaire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tsunagi.questionnaires.SheetItem;
import tsunagi.questionnaires.SheetItem.Asked;

/**
 * What is shown of a sheet at one time: a question, or a whole group.
 *
 * @param headings the groups and parts it stands in, outer ones first
 * @param part the part of a repeat it stands in, the inner one; it can be taken out
 * @param isTable whether the form would like its questions as a table
 */
record FillPage(List<String> headings, Optional<SheetItem.Part> part, List<SheetItem> items, boolean isTable) {
    FillPage {
        headings = Collections.unmodifiableList(new ArrayList<>(headings));
        items = Collections.unmodifiableList(new ArrayList<>(items));
    }

    /** The path by which it is found again. */
    String place() {
        for (SheetItem item : items) {
            if (item instanceof Asked asked && takesAnswer(asked)) {
                return asked.path();
            }
        }
        return items.get(0).path();
    }

    /** False of texts, and of what only heads the columns of a table. */
    static boolean takesAnswer(Asked asked) {
        return !asked.isReadOnly() && !asked.appearance().equals("label");
    }

    boolean holds(String path) {
        return items.stream().anyMatch(item -> item.path().equals(path));
    }

    /** Whether something of a group, repeat or part is on it. */
    boolean isIn(String path) {
        return items.stream().anyMatch(item -> item.path().startsWith(path));
    }

    /** The questions on it that take an answer. */
    List<Asked> questions() {
        List<Asked> questions = new ArrayList<>();
        for (SheetItem item : items) {
            if (item instanceof Asked asked && takesAnswer(asked)) {
                questions.add(asked);
            }
        }
        return questions;
    }
}
