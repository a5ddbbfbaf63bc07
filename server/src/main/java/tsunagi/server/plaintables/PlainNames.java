package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of plain tables and columns. They follow from the schema by rules that never change, because people build
 * on them; a name that a rule makes unusable or unpleasant is given by hand in {@link #GIVEN}.
 */
final class PlainNames {
    /** PostgreSQL cuts longer names off in silence. */
    private static final int LONGEST_NAME = 63;

    /** Words for one element of a field whose name has a plural the rule does not know. */
    private static final Map<String, String> GIVEN = Map.of("aliases", "alias");

    /** Endings by which the schema says what a value is, and which a table of such values does not repeat. */
    private static final List<String> KINDS_OF_VALUE = List.of("_id", "_key", "_code");

    /** What PostgreSQL or SQLite does not take as a name without quotes. */
    private static final Set<String> SQL_WORDS = new HashSet<>(Arrays.asList("""
            add all alter analyse analyze and any array as asc asymmetric authorization autoincrement between binary both
            case cast check collate collation column commit concurrently constraint create cross current_catalog
            current_date current_role current_schema current_time current_timestamp current_user default deferrable delete
            desc distinct do drop else end escape except exists false fetch for foreign freeze from full grant group having
            if ilike in index initially inner insert intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not nothing notnull null offset on only or order outer overlaps placing primary
            references returning right select session_user set similar some symmetric system_user table tablesample then to
            trailing transaction true union unique update user using values variadic verbose when where window with
            """.split("\\s+")));

    private PlainNames() {}

    /** {@code FollowUp} is {@code follow_up}. */
    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** What one element of a repeated field or a map is called: {@code theme_keys} holds a {@code theme_key} each. */
    static String oneOf(FieldDescriptor field) {
        String name = field.getName();
        if (GIVEN.containsKey(name)) {
            return GIVEN.get(name);
        }
        if (name.endsWith("ies")) {
            return name.substring(0, name.length() - 3) + "y";
        }
        return name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
    }

    /** The column of a field of a message that its owner's table holds flat; {@code validity.validity} is said once. */
    static String column(String prefix, FieldDescriptor field) {
        String name = field.getName();
        return prefix.endsWith(name + "_") ? prefix.substring(0, prefix.length() - 1) : prefix + name;
    }

    /** The table of a field that occurs several times: {@code theme_keys} of a visit stand in {@code visit_theme}. */
    static String partTable(String ownerTable, String prefix, FieldDescriptor field) {
        String element = oneOf(field);
        for (String ending : KINDS_OF_VALUE) {
            if (element.endsWith(ending)) {
                element = element.substring(0, element.length() - ending.length());
                break;
            }
        }
        return usable(ownerTable + "_" + prefix + element);
    }

    /**
     * The name itself.
     *
     * @throws IllegalArgumentException when it cannot be written without quotes everywhere
     */
    static String usable(String name) {
        if (SQL_WORDS.contains(name) || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(name + " cannot be a name in SQL: give it another in PlainNames");
        }
        return name;
    }
}
