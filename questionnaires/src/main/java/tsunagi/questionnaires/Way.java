package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.instance.TreeReference;

/**
 * The way through a form's controls to one of them.
 *
 * @param elements the controls on it, the last one being where it leads
 * @param places where each of these stands among its siblings
 */
record Way(List<IFormElement> elements, List<Integer> places) {
    static final Way START = new Way(List.of(), List.of());

    Way step(IFormElement child, int place) {
        List<IFormElement> longer = new ArrayList<>(elements);
        longer.add(child);
        List<Integer> furtherPlaces = new ArrayList<>(places);
        furtherPlaces.add(place);
        return new Way(longer, furtherPlaces);
    }

    IFormElement end() {
        return elements.get(elements.size() - 1);
    }

    /** The position of one occurrence of where it leads, which need not exist yet. */
    FormIndex index(FormDef definition, TreeReference occurrence) {
        List<Integer> multiplicities = new ArrayList<>();
        for (IFormElement element : elements) {
            multiplicities.add(
                    isRepeat(element)
                            ? occurrence.getMultiplicity(reference(element).size() - 1)
                            : -1);
        }
        return definition.buildIndex(new ArrayList<>(places), multiplicities, new ArrayList<>(elements));
    }

    /** Finds the repeats and the questions below, outer ones before inner ones. */
    void explore(IFormElement below, Map<String, Repeat> repeats, Map<String, Way> questions) {
        for (int i = 0; below.getChildren() != null && i < below.getChildren().size(); i++) {
            IFormElement child = below.getChild(i);
            Way way = step(child, i);
            if (!(child instanceof GroupDef group)) {
                questions.putIfAbsent(Questions.pathOf(reference(child)), way);
            } else if (group.getRepeat()) {
                String path = Questions.pathOf(reference(child));
                repeats.put(path, new Repeat(path, group, way));
            }
            way.explore(child, repeats, questions);
        }
    }

    private static boolean isRepeat(IFormElement element) {
        return element instanceof GroupDef group && group.getRepeat();
    }

    private static TreeReference reference(IFormElement element) {
        return (TreeReference) element.getBind().getReference();
    }
}
