package tsunagi.xlsform;

import java.util.List;
import java.util.Set;

/** What came of compiling a spreadsheet. */
public sealed interface Compilation {
    /** What the author should know, in the order of the sheets. */
    List<Issue> issues();

    /**
     * A form that can be filled in.
     *
     * @param key the form's id
     * @param files names of the files it reads lists from, to lie beside it
     */
    record Compiled(String key, String version, String title, String xform, Set<String> files, List<Issue> issues)
            implements Compilation {
        public Compiled {
            files = Set.copyOf(files);
            issues = List.copyOf(issues);
        }
    }

    /** Nothing: at least one issue is an error. */
    record Refused(List<Issue> issues) implements Compilation {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
