package tsunagi.app.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.SheetItem;
import tsunagi.questionnaires.SheetItem.Asked;

/** One thing that is drawn on a page, below the one before. */
sealed interface FillBlock {
    /** By what it is recognised when the page is drawn again: it is the same thing as long as this is equal. */
    Object likeness();

    /** A text of the form, among them what it worked out. */
    record Note(Asked asked) implements FillBlock {
        @Override
        public Object likeness() {
            return "note " + asked.path();
        }
    }

    /** The title of a group within the page. */
    record Title(String path, String label) implements FillBlock {
        @Override
        public Object likeness() {
            return this;
        }
    }

    /** The beginning of a part within the page. */
    record PartTitle(SheetItem.Part part) implements FillBlock {
        @Override
        public Object likeness() {
            return this;
        }
    }

    /** A place where a part can be added. */
    record More(SheetItem.OneMore repeat) implements FillBlock {
        @Override
        public Object likeness() {
            return this;
        }
    }

    /** A question. */
    record Single(Asked asked) implements FillBlock {
        @Override
        public Object likeness() {
            return Arrays.asList(
                    asked.path(), asked.type(), asked.label(), asked.hint(), asked.appearance(), asked.choices());
        }
    }

    /** Questions with the same choices, as the rows of a table. */
    record Table(List<Asked> rows) implements FillBlock {
        @Override
        public Object likeness() {
            List<Object> likeness = new ArrayList<>();
            rows.forEach(row -> likeness.add(new Single(row).likeness()));
            return likeness;
        }
    }

    /** What is drawn for a page. */
    static List<FillBlock> of(FillPage page) {
        List<FillBlock> blocks = new ArrayList<>();
        List<Asked> rows = new ArrayList<>();
        for (SheetItem item : page.items()) {
            boolean isRow = page.isTable()
                    && item instanceof Asked asked
                    && FillPage.takesAnswer(asked)
                    && asked.type() == QuestionType.CHOICE;
            if (!rows.isEmpty() && !(isRow && rows.get(0).choices().equals(((Asked) item).choices()))) {
                blocks.add(ofRows(rows));
                rows = new ArrayList<>();
            }
            if (isRow) {
                rows.add((Asked) item);
            } else {
                blocks.add(of(item));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(ofRows(rows));
        }
        blocks.removeIf(block -> block instanceof Title title && title.label().isEmpty());
        blocks.removeIf(block -> block instanceof Single single && !FillPage.takesAnswer(single.asked()));
        return blocks;
    }

    private static FillBlock ofRows(List<Asked> rows) {
        return rows.size() == 1 ? new Single(rows.get(0)) : new Table(Collections.unmodifiableList(rows));
    }

    private static FillBlock of(SheetItem item) {
        if (item instanceof Asked asked) {
            return asked.isReadOnly() ? new Note(asked) : new Single(asked);
        }
        if (item instanceof SheetItem.Part part) {
            return new PartTitle(part);
        }
        return item instanceof SheetItem.Group group
                ? new Title(group.path(), group.label())
                : new More((SheetItem.OneMore) item);
    }
}
