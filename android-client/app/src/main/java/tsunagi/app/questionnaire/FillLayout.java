package tsunagi.app.questionnaire;

import java.util.List;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetItem;
import tsunagi.questionnaires.SheetItem.Asked;

/** The pages of a sheet as things stand, in their order; places are counted from 0. */
record FillLayout(List<FillPage> pages) {
    static FillLayout of(Sheet sheet) {
        return new FillLayout(FillPages.of(sheet.items()));
    }

    int size() {
        return pages.size();
    }

    FillPage page(int place) {
        return pages.get(place);
    }

    /** The page of a question; below 0 when it is not asked. */
    int find(String path) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).holds(path)) {
                return i;
            }
        }
        return -1;
    }

    /** The first page with something of a group, repeat or part; below 0 when there is none. */
    int firstIn(String path) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).isIn(path)) {
                return i;
            }
        }
        return -1;
    }

    /** The last page with something of a group, repeat or part; below 0 when there is none. */
    int lastIn(String path) {
        for (int i = pages.size() - 1; i >= 0; i--) {
            if (pages.get(i).isIn(path)) {
                return i;
            }
        }
        return -1;
    }

    /** The path by which a place is found again; that of the last page behind it, and empty when there is none. */
    String path(int place) {
        return pages.isEmpty()
                ? ""
                : pages.get(Math.min(place, pages.size() - 1)).place();
    }

    /** Whether all of a page is answered by choosing. */
    boolean isChosen(int place) {
        for (SheetItem item : pages.get(place).items()) {
            boolean isDone = item instanceof Asked asked
                    && (!FillPage.takesAnswer(asked)
                            || ((asked.type() == QuestionType.CHOICE || asked.type() == QuestionType.ACKNOWLEDGEMENT)
                                    && asked.answer().isPresent()));
            if (!isDone && !(item instanceof SheetItem.Group)) {
                return false;
            }
        }
        return true;
    }
}
