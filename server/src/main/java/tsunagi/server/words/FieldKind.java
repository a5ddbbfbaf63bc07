package tsunagi.server.words;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Map;
import tsunagi.records.v1.Options;

/** What the text or the number in a field stands for, told by its options and its name. */
public enum FieldKind {
    /** The id of a record of the type that the field declares. */
    RECORD,
    /** The id of a record of the type that stands in the field beside it. */
    RECORD_OF_TYPE_BESIDE,
    PERSON,
    BODY,
    THEME,
    DEPARTMENT,
    /** The key of a reporting group of the same workplace. */
    REPORTING_GROUP,
    /** The key of somebody among the members of the same record. */
    MEMBER,
    /** The key of one of the head-counts of the same record. */
    TALLY_SHEET,
    SCOPE,
    STATISTIC,
    DAY,
    MONTH_DAY,
    MOMENT,
    MINUTES,
    FISCAL_YEAR,
    /** The number of a field of the record that the same record is about. */
    FIELD_NUMBER,
    POSTAL_CODE,
    /** What it says is what is shown. */
    PLAIN;

    private static final Map<String, FieldKind> BY_NAME = Map.ofEntries(
            Map.entry("about_id", RECORD_OF_TYPE_BESIDE),
            Map.entry("body_id", BODY),
            Map.entry("body_ids", BODY),
            Map.entry("theme_keys", THEME),
            Map.entry("department_key", DEPARTMENT),
            Map.entry("department_keys", DEPARTMENT),
            Map.entry("reporting_group_key", REPORTING_GROUP),
            Map.entry("instructor_keys", MEMBER),
            Map.entry("repeated_tally_keys", TALLY_SHEET),
            Map.entry("consent_scopes", SCOPE),
            Map.entry("statistic", STATISTIC),
            Map.entry("fiscal_year", FISCAL_YEAR),
            Map.entry("field_number", FIELD_NUMBER),
            Map.entry("postal_code", POSTAL_CODE));

    private static final Map<String, FieldKind> BY_ENDING = Map.of(
            "_person_id", PERSON,
            "_body_id", BODY,
            "_body_ids", BODY,
            "_on", DAY,
            "_month_day", MONTH_DAY,
            "_at_ms", MOMENT,
            "_minutes", MINUTES,
            "_fiscal_year", FISCAL_YEAR);

    public static FieldKind of(FieldDescriptor field) {
        if (field.getOptions().hasExtension(Options.refersTo)) {
            return RECORD;
        }
        String name = field.getName();
        return BY_NAME.containsKey(name) ? BY_NAME.get(name) : byEnding(name);
    }

    private static FieldKind byEnding(String name) {
        return BY_ENDING.entrySet().stream()
                .filter(entry -> name.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(PLAIN);
    }
}
