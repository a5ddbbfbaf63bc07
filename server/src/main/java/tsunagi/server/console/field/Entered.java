package tsunagi.server.console.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsunagi.server.console.page.FormFields;

/**
 * What stands in a form: the values of its inputs by their names, whether a person entered them or they show a record. The
 * name of a field is the name of what it is a part of, a dot and its own; one of several parts has its token in brackets.
 */
public final class Entered {
    /** Ends the name of the words by which a record is looked for. */
    static final String FIND = "?find";
    /** Ends the name of the key of a row. */
    static final String KEY = "#key";

    private final Map<String, List<String>> values;

    private Entered(Map<String, List<String>> values) {
        this.values = values;
    }

    /** What somebody sent. */
    public static Entered of(FormFields form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        form.asMap()
                .forEach((name, all) -> values.put(
                        name,
                        all.stream().map(value -> value.replace("\r\n", "\n")).toList()));
        return new Entered(values);
    }

    static Entered of(Map<String, List<String>> values) {
        return new Entered(values);
    }

    /** The first value, without spaces at its ends; empty when there is none. */
    String line(String name) {
        return text(name).strip();
    }

    /** The first value as it was entered. */
    String text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All values that are not blank. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    /** Whether a field and all its parts stand there alike. */
    boolean isAlike(Entered other, String name) {
        return under(name).equals(other.under(name));
    }

    private Map<String, List<String>> under(String name) {
        Map<String, List<String>> part = new TreeMap<>();
        values.forEach((each, all) -> {
            boolean isPart = each.startsWith(name)
                    && (each.length() == name.length() || ".[#".indexOf(each.charAt(name.length())) >= 0);
            List<String> said = all.stream().filter(value -> !value.isEmpty()).toList();
            if (isPart && !each.endsWith(FIND) && !said.isEmpty()) {
                part.put(each, said);
            }
        });
        return part;
    }

    /** One part more. */
    Entered withRow(String name, String token) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        List<String> tokens = new ArrayList<>(all(name));
        tokens.add(token);
        more.put(name, tokens);
        return new Entered(more);
    }

    /** One part fewer. */
    Entered withoutRow(String name, String token) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(values);
        fewer.keySet().removeIf(each -> each.startsWith(row(name, token)));
        fewer.put(name, all(name).stream().filter(each -> !each.equals(token)).toList());
        return new Entered(fewer);
    }

    /** The name of a part. */
    static String row(String name, String token) {
        return name + "[" + token + "]";
    }
}
