package tsunagi.questionnaires;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InvalidReferenceException;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryPrompt;

/** The nodes of one sheet, found by question paths; it knows which part of a repeat has which key. */
final class SheetTree {
    private final Form form;
    private final FormDef definition;
    private final Map<String, Repeat> repeats = new LinkedHashMap<>();
    private final Map<String, Way> questions = new HashMap<>();
    private final RepeatKeys keys = new RepeatKeys();

    SheetTree(Form form, FormDef definition) {
        this.form = form;
        this.definition = definition;
        Way.START.explore(definition, repeats, questions);
    }

    /** A node with its path. */
    record Place(String path, String generic, TreeReference reference, TreeElement node) {}

    interface Visitor {
        void visit(Place leaf);
    }

    Form form() {
        return form;
    }

    FormDef definition() {
        return definition;
    }

    Map<String, Repeat> repeats() {
        return repeats;
    }

    RepeatKeys keys() {
        return keys;
    }

    TreeElement root() {
        return definition.getMainInstance().getRoot();
    }

    /** The node a path leads to; empty when the form has none, or the part does not exist. */
    Optional<Place> find(String path) {
        List<PathStep> steps = PathStep.of(path);
        if (steps.isEmpty()
                || !steps.get(0).name().equals(root().getName())
                || steps.get(0).key().isPresent()) {
            return Optional.empty();
        }
        TreeElement node = root();
        StringBuilder keyed = new StringBuilder("/" + root().getName());
        StringBuilder generic = new StringBuilder(keyed);
        for (PathStep step : steps.subList(1, steps.size())) {
            keyed.append('/').append(step.name());
            generic.append('/').append(step.name());
            int position = position(node, keyed.toString(), generic.toString(), step);
            node = position < 0 ? null : node.getChild(step.name(), position);
            if (node == null) {
                return Optional.empty();
            }
            step.key().ifPresent(key -> keyed.append('[').append(key).append(']'));
        }
        return Optional.of(new Place(path, generic.toString(), node.getRef(), node));
    }

    private int position(TreeElement parent, String keyed, String generic, PathStep step) {
        if (!repeats.containsKey(generic)) {
            return step.key().isPresent() ? -1 : 0;
        }
        return step.key()
                .map(key ->
                        keys.of(keyed, parent.getChildMultiplicity(step.name())).indexOf(key))
                .orElse(-1);
    }

    /** The path of a node, with keys. */
    String path(TreeReference reference) {
        StringBuilder keyed = new StringBuilder();
        StringBuilder generic = new StringBuilder();
        TreeElement parent = null;
        for (int i = 0; i < reference.size(); i++) {
            String name = reference.getName(i);
            keyed.append('/').append(name);
            generic.append('/').append(name);
            int position = Math.max(0, reference.getMultiplicity(i));
            if (parent != null && repeats.containsKey(generic.toString())) {
                List<String> present = keys.of(keyed.toString(), parent.getChildMultiplicity(name));
                keyed.append('[').append(present.get(position)).append(']');
            }
            parent = parent == null ? root() : parent.getChild(name, position);
        }
        return keyed.toString();
    }

    /** Shows every node without children, of the parts that exist. */
    void eachLeaf(Visitor visitor) {
        eachLeaf(root(), "/" + root().getName(), "/" + root().getName(), visitor);
    }

    void eachLeaf(Place below, Visitor visitor) {
        eachLeaf(below.node(), below.path(), below.generic(), visitor);
    }

    private void eachLeaf(TreeElement node, String keyed, String generic, Visitor visitor) {
        if (node.getNumChildren() == 0) {
            visitor.visit(new Place(keyed, generic, node.getRef(), node));
        }
        for (int i = 0; i < node.getNumChildren(); i++) {
            TreeElement child = node.getChildAt(i);
            if (child.getMult() == TreeReference.INDEX_TEMPLATE) {
                continue;
            }
            String path = keyed + "/" + child.getName();
            String childGeneric = generic + "/" + child.getName();
            if (repeats.containsKey(childGeneric)) {
                List<String> present = keys.of(path, node.getChildMultiplicity(child.getName()));
                path = RepeatKeys.occurrence(path, present.get(child.getMult()));
            }
            eachLeaf(child, path, childGeneric, visitor);
        }
    }

    /** What the question of a place takes. */
    QuestionType type(Place place) {
        return form.question(place.generic())
                .map(Question::type)
                .orElseGet(() -> QuestionType.of(place.node().getDataType(), 0));
    }

    /** Whether somebody or something put the value there, rather than the form working it out anew each time. */
    boolean isEntered(Place place) {
        Rules rules = form.rules(place.generic());
        boolean isAboutTheFile = place.generic().startsWith("/" + root().getName() + "/meta/");
        return !isAboutTheFile && (!rules.isCalculated() || rules.isCalculatedOnce());
    }

    /** Adds a part after the last one, all its defaults and calculations done. */
    void append(String repeatPath, Repeat repeat, TreeReference parent, String key) {
        TreeElement parentNode = definition.getMainInstance().resolveReference(parent);
        int count = parentNode.getChildMultiplicity(repeat.name());
        keys.of(repeatPath, count);
        try {
            definition.createNewRepeat(repeat.index(definition, parent.extendRef(repeat.name(), count)));
        } catch (InvalidReferenceException e) {
            throw new IllegalStateException("a repeat without a template: " + repeatPath, e);
        }
        keys.append(repeatPath, key);
    }

    /** Takes a part away. */
    void remove(String repeatPath, Repeat repeat, TreeReference occurrence) {
        TreeElement parent = definition.getMainInstance().resolveReference(occurrence.getParentRef());
        List<String> present = keys.of(repeatPath, parent.getChildMultiplicity(repeat.name()));
        definition.deleteRepeat(repeat.index(definition, occurrence));
        present.remove(occurrence.getMultLast());
    }

    /** The question of a place as JavaRosa would ask it. */
    Optional<FormEntryPrompt> prompt(Place place) {
        return Optional.ofNullable(questions.get(place.generic()))
                .map(way -> new FormEntryPrompt(definition, way.index(definition, place.reference())));
    }

    Optional<IAnswerData> value(Place place) {
        return Optional.ofNullable(place.node().getValue());
    }
}
