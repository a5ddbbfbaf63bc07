package tsunagi.server.plaintables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The views over the plain tables, in files of SQL that every engine understands, each view after those it stands on. There
 * is one macro: {@code fiscal_year{day}} is the fiscal year of a day, and NULL for what is no day.
 */
final class ViewFiles {
    private static final List<String> FILES = List.of(
            "places.sql",
            "work.sql",
            "visits.sql",
            "workshops.sql",
            "reach.sql",
            "follow_through.sql",
            "questionnaires.sql",
            "pairs.sql",
            "published.sql",
            "ratings.sql");

    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\n(?:\n|\\z)");
    private static final Pattern FISCAL_YEAR = Pattern.compile("fiscal_year\\{([^}]+)}");

    /** What is typed by people or sent by an older program need not be a day, and PostgreSQL casts nothing else to a number. */
    private static final String FISCAL_YEAR_OF = """
            CASE WHEN length($1) = 10 AND rtrim(substr($1, 1, 4), '0123456789') = '' \
            THEN CAST(substr($1, 1, 4) AS INTEGER) - CASE WHEN substr($1, 6, 2) < '04' THEN 1 ELSE 0 END END""";

    private ViewFiles() {}

    static List<PlainView> all() {
        List<PlainView> views = new ArrayList<>();
        for (String file : FILES) {
            for (String statement : END_OF_STATEMENT.split(text(file), -1)) {
                if (!statement.isBlank()) {
                    views.add(PlainView.parse(
                            FISCAL_YEAR.matcher(statement.strip()).replaceAll(FISCAL_YEAR_OF)));
                }
            }
        }
        return views;
    }

    private static String text(String file) {
        try (InputStream resource = ViewFiles.class.getResourceAsStream("views/" + file)) {
            if (resource == null) {
                throw new IllegalStateException("there are no views in " + file);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
