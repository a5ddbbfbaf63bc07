package tsunagi.questionnaires;

import java.util.List;
import java.util.Map;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import tsunagi.records.v1.Answer;

/**
 * Entries beside the answers that say which parts a repeat has and in which order, so that also a part without answers is kept: at
 * the part's path its place among the parts, at the repeat's path 0 when there is none. A repeat as it was at the start needs none.
 */
final class PartMarks {
    private final SheetTree tree;

    PartMarks(SheetTree tree) {
        this.tree = tree;
    }

    void addTo(Map<String, Answer> answers) {
        String root = "/" + tree.root().getName();
        add(tree.root(), root, root, answers);
    }

    private void add(TreeElement node, String keyed, String generic, Map<String, Answer> answers) {
        for (int i = 0; i < node.getNumChildren(); i++) {
            TreeElement child = node.getChildAt(i);
            String path = keyed + "/" + child.getName();
            String childGeneric = generic + "/" + child.getName();
            Repeat repeat = tree.repeats().get(childGeneric);
            if (repeat == null) {
                add(child, path, childGeneric, answers);
            } else if (child.getMult() == TreeReference.INDEX_TEMPLATE) {
                if (!repeat.isCounted()) {
                    mark(path, node.getChildMultiplicity(child.getName()), answers);
                }
            } else {
                List<String> keys = tree.keys().of(path, node.getChildMultiplicity(child.getName()));
                add(child, RepeatKeys.occurrence(path, keys.get(child.getMult())), childGeneric, answers);
            }
        }
    }

    private void mark(String path, int count, Map<String, Answer> answers) {
        List<String> keys = tree.keys().of(path, count);
        if (keys.isEmpty()) {
            answers.put(path, number(0));
        } else if (!keys.equals(List.of("1"))) {
            keys.forEach(key -> answers.put(
                    RepeatKeys.occurrence(path, key), number(tree.keys().order(path, key))));
        }
    }

    private static Answer number(double number) {
        return Answer.newBuilder().setNumber(number).build();
    }
}
