package tsunagi.server.plaintables;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One view over plain tables, as its file states it: a comment that says in words what it shows, the columns among it, and
 * the statement that makes it.
 *
 * @param columns what is said about each column, by its name
 * @param create the statement, with the macros of {@link ViewFiles} written out
 * @param reads the tables and views it stands on
 */
record PlainView(String name, String comment, Map<String, String> columns, String create, Set<String> reads) {
    private static final Pattern NAME = Pattern.compile("^CREATE VIEW ([a-z_]+) AS$", Pattern.MULTILINE);
    private static final Pattern COLUMN = Pattern.compile("^--   ([a-z_0-9]+): (.*)$");
    private static final Pattern CONTINUATION = Pattern.compile("^--     (.*)$");
    private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN)\\s+([a-z_]+)");
    private static final Pattern WITH =
            Pattern.compile("\\b([a-z_]+) AS (?:NOT )?(?:MATERIALIZED )?\\($", Pattern.MULTILINE);

    /** Who may read a view, as the beginning of its name says. */
    enum Audience {
        /** Answers of people, in groups large enough. */
        PUBLISHED,
        /** Counts of what was done; no answers of people. */
        FIGURE,
        /** What the others are made from; for administrators, like the tables. */
        GROUND;

        static Audience of(String viewName) {
            return viewName.startsWith("published_") ? PUBLISHED : viewName.startsWith("figure_") ? FIGURE : GROUND;
        }
    }

    Audience audience() {
        return Audience.of(name);
    }

    static PlainView parse(String text) {
        StringBuilder comment = new StringBuilder();
        Map<String, String> columns = new LinkedHashMap<>();
        String last = null;
        for (String line : text.lines().takeWhile(line -> line.startsWith("--")).toList()) {
            Matcher column = COLUMN.matcher(line);
            Matcher continuation = CONTINUATION.matcher(line);
            if (continuation.matches() && last != null) {
                columns.merge(last, continuation.group(1), (before, more) -> before + " " + more);
            } else if (column.matches()) {
                last = column.group(1);
                columns.put(last, column.group(2));
            } else {
                comment.append(comment.isEmpty() ? "" : " ")
                        .append(line.substring(2).strip());
            }
        }
        return new PlainView(nameIn(text), comment.toString(), columns, text, reads(text));
    }

    private static String nameIn(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.find()) {
            throw new IllegalArgumentException("no CREATE VIEW name AS in: " + text);
        }
        return PlainNames.usable(name.group(1));
    }

    private static Set<String> reads(String text) {
        Set<String> reads = new LinkedHashSet<>();
        String statement = text.replaceAll("(?m)--.*$", "");
        READ.matcher(statement).results().forEach(read -> reads.add(read.group(1)));
        WITH.matcher(statement).results().forEach(with -> reads.remove(with.group(1)));
        return reads;
    }
}
