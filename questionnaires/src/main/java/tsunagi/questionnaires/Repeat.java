package tsunagi.questionnaires;

import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.instance.TreeReference;

/**
 * A part of the form that can occur several times.
 *
 * @param path without keys
 */
record Repeat(String path, GroupDef group, Way way) {
    /** Whether the form says how many there are. */
    boolean isCounted() {
        return group.getCountReference() != null;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    FormIndex index(FormDef definition, TreeReference occurrence) {
        return way.index(definition, occurrence);
    }
}
