package tsunagi.questionnaires;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.InvalidReferenceException;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import tsunagi.records.v1.Answer;

/** Brings a fresh tree to where the answers left off, before anything is worked out. */
final class Resumption {
    /** Parts of one repeat that are made; answers beyond are kept, and shown as not fitting. */
    static final int MOST_PARTS = 2_000;

    private final SheetTree tree;
    private final Map<String, Set<String>> found = new LinkedHashMap<>();
    private final Map<String, Answer> placed = new LinkedHashMap<>();
    private final Map<String, Answer> unplaced = new LinkedHashMap<>();

    private Resumption(SheetTree tree) {
        this.tree = tree;
    }

    static Resumption of(SheetTree tree, Map<String, Answer> answers) {
        Resumption resumption = new Resumption(tree);
        answers.forEach(resumption::collectParts);
        resumption.makeParts(
                tree.root(), "/" + tree.root().getName(), "/" + tree.root().getName());
        resumption.clear();
        answers.forEach(resumption::place);
        return resumption;
    }

    /** What has found its place, and the marks of parts. */
    Map<String, Answer> placed() {
        return placed;
    }

    /** What fits nowhere; to be kept. */
    Map<String, Answer> unplaced() {
        return unplaced;
    }

    private void collectParts(String path, Answer answer) {
        List<PathStep> steps = PathStep.of(path);
        StringBuilder keyed = new StringBuilder();
        StringBuilder generic = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            PathStep step = steps.get(i);
            keyed.append('/').append(step.name());
            generic.append('/').append(step.name());
            if (!tree.repeats().containsKey(generic.toString())) {
                continue;
            }
            boolean isLast = i == steps.size() - 1;
            if (step.key().isPresent()) {
                String repeatPath = keyed.toString();
                Set<String> keys = found.computeIfAbsent(repeatPath, unknown -> new LinkedHashSet<>());
                if (keys.size() < MOST_PARTS) {
                    keys.add(step.key().get());
                }
                if (isLast && answer.hasNumber()) {
                    tree.keys().setOrder(repeatPath, step.key().get(), answer.getNumber());
                }
                keyed.append('[').append(step.key().get()).append(']');
            } else if (isLast) {
                found.computeIfAbsent(keyed.toString(), unknown -> new LinkedHashSet<>());
            }
        }
    }

    private void makeParts(TreeElement node, String keyed, String generic) {
        for (String name : namesBelow(node)) {
            String path = keyed + "/" + name;
            String childGeneric = generic + "/" + name;
            if (!tree.repeats().containsKey(childGeneric)) {
                makeParts(node.getChild(name, 0), path, childGeneric);
                continue;
            }
            Set<String> wanted = found.get(path);
            if (wanted != null) {
                tree.keys().put(path, List.copyOf(wanted));
                makeParts(node, name, wanted.size());
            }
            List<String> present = tree.keys().of(path, node.getChildMultiplicity(name));
            for (int i = 0; i < present.size(); i++) {
                makeParts(node.getChild(name, i), RepeatKeys.occurrence(path, present.get(i)), childGeneric);
            }
        }
    }

    private void makeParts(TreeElement parent, String name, int count) {
        for (int extra = parent.getChildMultiplicity(name) - 1; extra >= count; extra--) {
            parent.removeChild(name, extra);
        }
        FormInstance instance = tree.definition().getMainInstance();
        TreeReference parentReference = parent.getRef();
        for (int next = parent.getChildMultiplicity(name); next < count; next++) {
            TreeReference reference = parentReference.extendRef(name, next);
            try {
                instance.copyNode(instance.getTemplate(reference), reference);
            } catch (InvalidReferenceException e) {
                throw new IllegalStateException("a repeat without a template: " + reference, e);
            }
        }
    }

    private static Set<String> namesBelow(TreeElement node) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < node.getNumChildren(); i++) {
            names.add(node.getChildAt(i).getName());
        }
        return names;
    }

    /** A default that was taken out by hand must not come back. */
    private void clear() {
        tree.eachLeaf(place -> {
            if (tree.form().question(place.generic()).isPresent() && tree.isEntered(place)) {
                place.node().setAnswer(null);
            }
        });
    }

    private void place(String path, Answer answer) {
        SheetTree.Place place = tree.find(path).orElse(null);
        if (place == null) {
            boolean isMarkOfNoParts = found.containsKey(path);
            (isMarkOfNoParts ? placed : unplaced).put(path, answer);
        } else if (tree.repeats().containsKey(place.generic()) || answer.hasGap()) {
            placed.put(path, answer);
        } else {
            IAnswerData value = tree.isEntered(place) && place.node().getNumChildren() == 0
                    ? AnswerValues.value(answer, tree.type(place))
                    : null;
            if (value != null) {
                place.node().setAnswer(value);
            }
            (value == null ? unplaced : placed).put(path, answer);
        }
    }
}
