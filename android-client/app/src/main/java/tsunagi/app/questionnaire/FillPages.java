package tsunagi.app.questionnaire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.questionnaires.SheetItem;
import tsunagi.questionnaires.SheetItem.Asked;

/** Lays out what a sheet shows on pages. A text without a question goes with the question after it, so that it costs no tap. */
final class FillPages {
    private final Map<String, Integer> parts = new HashMap<>();
    private final Map<String, Integer> partsSoFar = new HashMap<>();
    private final Deque<SheetItem> around = new ArrayDeque<>();
    private final List<SheetItem> waiting = new ArrayList<>();
    private final List<FillPage> pages = new ArrayList<>();
    private final Map<SheetItem, String> titles = new HashMap<>();
    private FillPage unasked;
    private SheetItem together;

    private FillPages() {}

    static List<FillPage> of(List<SheetItem> items) {
        FillPages layout = new FillPages();
        items.forEach(layout::count);
        items.forEach(layout::lay);
        layout.leaveGroup();
        layout.flush();
        return layout.pages;
    }

    private void count(SheetItem item) {
        if (item instanceof SheetItem.Part part) {
            parts.merge(repeat(part), 1, Integer::sum);
        }
    }

    private void lay(SheetItem item) {
        while (!around.isEmpty() && !item.path().startsWith(around.peek().path() + "/")) {
            if (around.pop().equals(together)) {
                leaveGroup();
            }
        }
        if (item instanceof SheetItem.Group || item instanceof SheetItem.Part) {
            enter(item);
        } else if (together != null) {
            waiting.add(item);
        } else if (item instanceof Asked asked && asked.isReadOnly()) {
            unasked = unasked == null ? page(false) : unasked;
            waiting.add(item);
        } else {
            waiting.add(item);
            pages.add(page(false));
            waiting.clear();
            unasked = null;
        }
    }

    private void enter(SheetItem item) {
        title(item);
        if (together != null) {
            waiting.add(item);
        } else if (isTogether(item)) {
            flush();
            together = item;
        }
        // A group that binds nothing of its own bears the path of the whole form.
        if (item.path().indexOf('/', 1) > 0) {
            around.push(item);
        }
    }

    private void title(SheetItem item) {
        if (item instanceof SheetItem.Group group) {
            titles.put(item, group.label());
        } else if (item instanceof SheetItem.Part part) {
            int number = partsSoFar.merge(repeat(part), 1, Integer::sum);
            titles.put(item, (part.label() + " " + number + " / " + parts.get(repeat(part))).trim());
        }
    }

    private void leaveGroup() {
        if (together != null && !waiting.isEmpty()) {
            // What was left is no longer around, but stands in the page's headings.
            around.push(together);
            pages.add(page(isTable(together)));
            around.pop();
            waiting.clear();
        }
        together = null;
    }

    private void flush() {
        if (unasked != null) {
            pages.add(new FillPage(unasked.headings(), unasked.part(), waiting, false));
            waiting.clear();
            unasked = null;
        }
    }

    private FillPage page(boolean isTable) {
        List<String> headings = new ArrayList<>();
        Optional<SheetItem.Part> part = Optional.empty();
        for (Iterator<SheetItem> outerFirst = around.descendingIterator(); outerFirst.hasNext(); ) {
            SheetItem group = outerFirst.next();
            if (!titles.get(group).isEmpty()) {
                headings.add(titles.get(group));
            }
            part = group instanceof SheetItem.Part inner ? Optional.of(inner) : part;
        }
        return new FillPage(headings, part, waiting, isTable);
    }

    private static boolean isTogether(SheetItem item) {
        String appearance = appearance(item);
        return appearance.contains("field-list") || isTable(item);
    }

    private static boolean isTable(SheetItem item) {
        String appearance = appearance(item);
        return appearance.contains("table-list") || appearance.contains("matrix");
    }

    private static String appearance(SheetItem item) {
        if (item instanceof SheetItem.Part part) {
            return part.appearance();
        }
        return item instanceof SheetItem.Group group ? group.appearance() : "";
    }

    private static String repeat(SheetItem.Part part) {
        return part.path().substring(0, part.path().lastIndexOf('['));
    }
}
