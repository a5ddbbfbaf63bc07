package tsunagi.server.imports;

import java.util.Map;
import java.util.Optional;
import tsunagi.name.NameKey;
import tsunagi.records.v1.Workplace;

/** Departments by what they are called. */
final class Departments {
    private Departments() {}

    /** The key of the department that a row names; when the workplace has none of that name, the row is told and it stays empty. */
    static Optional<String> key(Workplace workplace, ImportRow row) {
        return row.text("department").flatMap(name -> {
            Optional<String> key = workplace.getDepartmentsMap().entrySet().stream()
                    .filter(entry -> entry.getKey().equals(name)
                            || NameKey.of(entry.getValue().getName()).equals(NameKey.of(name)))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (key.isEmpty()) {
                row.note(
                        "department",
                        "事業場「" + workplace.getName() + "」に部署「" + name + "」がないので、部署は入れません。",
                        "The workplace has no department '" + name + "'; the department is left empty.");
            }
            return key;
        });
    }
}
