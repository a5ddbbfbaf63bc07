package tsunagi.questionnaires;

import java.util.List;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;

/** Sees to it that repeats whose number the form says have that many parts. */
final class Counts {
    private final SheetTree tree;

    /** Hears of a part before it goes, and after it came. */
    interface Listener {
        void beforeRemoval(SheetTree.Place part);

        void afterArrival(SheetTree.Place part);
    }

    Counts(SheetTree tree) {
        this.tree = tree;
    }

    /** Whether any part came or went. */
    boolean follow(Listener listener) {
        boolean hasMoved = false;
        for (Repeat repeat : tree.repeats().values()) {
            if (repeat.isCounted()) {
                hasMoved |= follow(repeat, listener);
            }
        }
        return hasMoved;
    }

    private boolean follow(Repeat repeat, Listener listener) {
        boolean hasMoved = false;
        TreeReference generic = ((TreeReference) repeat.group().getBind().getReference())
                .getParentRef()
                .genericize();
        List<TreeReference> parents = tree.definition().getEvaluationContext().expandReference(generic);
        for (TreeReference parent : parents == null ? List.<TreeReference>of() : parents) {
            hasMoved |= follow(repeat, parent, listener);
        }
        return hasMoved;
    }

    private boolean follow(Repeat repeat, TreeReference parent, Listener listener) {
        TreeElement node = tree.definition().getMainInstance().resolveReference(parent);
        int wanted = wanted(repeat, parent.extendRef(repeat.name(), 0));
        int before = node.getChildMultiplicity(repeat.name());
        String path = tree.path(parent) + "/" + repeat.name();
        for (int count = before; count < wanted; count++) {
            String key = String.valueOf(count + 1);
            tree.append(path, repeat, parent, key);
            tree.find(RepeatKeys.occurrence(path, key)).ifPresent(listener::afterArrival);
        }
        for (int last = before - 1; last >= wanted; last--) {
            String key = tree.keys().of(path, last + 1).get(last);
            tree.find(RepeatKeys.occurrence(path, key)).ifPresent(listener::beforeRemoval);
            tree.remove(path, repeat, parent.extendRef(repeat.name(), last));
        }
        return before != wanted;
    }

    private int wanted(Repeat repeat, TreeReference occurrence) {
        TreeElement count = tree.definition()
                .getMainInstance()
                .resolveReference(repeat.group().getConextualizedCountReference(occurrence));
        IAnswerData value = count == null ? null : count.getValue();
        if (value == null) {
            return 0;
        }
        try {
            double wanted = Double.parseDouble(AnswerValues.words(value));
            return (int) Math.max(0, Math.min(Resumption.MOST_PARTS, wanted));
        } catch (NumberFormatException e) {
            // An expression that gives no number asks for no parts.
            return 0;
        }
    }
}
