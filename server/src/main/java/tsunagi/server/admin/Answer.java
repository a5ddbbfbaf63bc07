package tsunagi.server.admin;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a command found out, said to people as lines or to programs as JSON. */
public final class Answer {
    @Option(names = "--json", description = "answer in JSON, one object a line")
    private boolean isJson;

    /** One thing, by the names of its properties; text, numbers and truths. */
    public static final class Item {
        private final Map<String, Object> properties = new LinkedHashMap<>();

        public Item with(String name, Object value) {
            properties.put(name, value);
            return this;
        }

        public Item with(String name, Optional<?> value) {
            value.ifPresent(present -> properties.put(name, present));
            return this;
        }
    }

    /** Says one sentence, or the item it is about. */
    public void say(PrintWriter out, String sentence, Item item) {
        out.println(isJson ? Json.object(item.properties) : sentence);
        out.flush();
    }

    /** Lists things in columns under their names, or says that there are none. */
    public void list(PrintWriter out, String none, List<Item> items) {
        if (isJson) {
            items.forEach(item -> out.println(Json.object(item.properties)));
        } else if (items.isEmpty()) {
            out.println(none);
        } else {
            table(items).forEach(out::println);
        }
        out.flush();
    }

    private static List<String> table(List<Item> items) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (Item item : items) {
            item.properties.forEach(
                    (name, value) -> widths.merge(name, Math.max(width(name), width(text(value))), Math::max));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(widths, name -> name));
        for (Item item : items) {
            lines.add(line(widths, name -> text(item.properties.getOrDefault(name, ""))));
        }
        return lines;
    }

    private static String line(Map<String, Integer> widths, java.util.function.Function<String, String> cell) {
        StringBuilder line = new StringBuilder();
        widths.forEach((name, width) -> {
            String text = cell.apply(name);
            line.append(text).append(" ".repeat(width - width(text) + 2));
        });
        return line.toString().stripTrailing();
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    /** Columns on a screen: Japanese characters take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }
}
