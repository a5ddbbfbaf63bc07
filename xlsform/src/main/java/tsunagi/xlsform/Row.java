package tsunagi.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One row of a sheet, its cells under the names of the convention. */
final class Row {
    private final String sheet;
    private final int number;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> texts = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();

    Row(String sheet, int number) {
        this.sheet = sheet;
        this.number = number;
    }

    void put(Columns.Heading heading, String column, String value) {
        columns.putIfAbsent(heading.name(), column);
        if (!heading.isKnown()) {
            others.put(heading.name(), value);
        } else if (Columns.TEXTS.contains(heading.name())) {
            texts.computeIfAbsent(heading.name(), unknown -> new LinkedHashMap<>())
                    .put(heading.language(), value);
        } else {
            values.put(heading.name(), value);
        }
    }

    int number() {
        return number;
    }

    /** What stands in a column; empty where nothing does. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** All that stands in columns whose name begins so, by the rest of the name. */
    Map<String, String> under(String start) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(start)) {
                found.put(name.substring(start.length()), value);
            }
        });
        return found;
    }

    /** A text by language, the empty one being the form's own. */
    Map<String, String> text(String name) {
        return texts.getOrDefault(name, Map.of());
    }

    Map<String, Map<String, String>> texts() {
        return texts;
    }

    /** What stands under headings that nobody knows. */
    Map<String, String> others() {
        return others;
    }

    Cell cell() {
        return new Cell(sheet, number, "");
    }

    Cell cell(String name) {
        return new Cell(sheet, number, Optional.ofNullable(columns.get(name)).orElse(name));
    }
}
