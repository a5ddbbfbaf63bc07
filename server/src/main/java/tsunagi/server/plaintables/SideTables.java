package tsunagi.server.plaintables;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tsunagi.record.RecordKey;

/**
 * The plain tables that belong to no one type of record. In all of them team, type and id of a record lead the key, and
 * the type is the name of the record's table, or its number when this program does not know it.
 */
final class SideTables {
    private static final Column TEAM = Column.required("team_id", ColumnType.TEXT, "the team");
    private static final Column TYPE =
            Column.required("record_type", ColumnType.TEXT, "name of the record's table; its number when not known");
    private static final Column RECORD = Column.required("record_id", ColumnType.TEXT, "the record");

    /** Records that were declared duplicates. */
    static final PlainTable ABSORBED = table(
            "absorbed",
            "A record that was declared a duplicate of another.",
            3,
            TEAM,
            TYPE,
            RECORD,
            new Column("successor_id", ColumnType.TEXT, true, "the record that speaks for it in the end"),
            new Column("absorbed_into_id", ColumnType.TEXT, true, "the record it was declared a duplicate of"));

    /** Open conflicts of living records. */
    static final PlainTable CONFLICT = table(
            "conflict",
            "A field of a living record that waits for a person to choose between values (食い違い).",
            4,
            TEAM,
            TYPE,
            RECORD,
            new Column("path", ColumnType.TEXT, true, "field number, and the key of the entry in brackets"),
            new Column("field_name", ColumnType.TEXT, true, "name in the schema; the number when it is not known"),
            Column.optional("entry_key", ColumnType.TEXT, "key of the entry, when the field is a map"),
            new Column("opened_by_change_id", ColumnType.TEXT, true, "the change whose arrival opened it"),
            new Column("candidate_count", ColumnType.WHOLE, true, "values that wait beside the one in place"));

    /** Records that could not be put into tables and stand in none. */
    static final PlainTable PLAIN_FAULT = table(
            "plain_fault",
            "A record that could not be put into tables and stands in no other until it moves again.",
            3,
            TEAM,
            TYPE,
            RECORD,
            Column.required("revision", ColumnType.WHOLE, "the team's revision at which it could not"),
            Column.required("why", ColumnType.TEXT, "the reason"));

    /** What a person should see about a record; nothing of it is wrong by being here. */
    static final PlainTable RECORD_PROBLEM = table(
            "record_problem",
            "What a person should see about a record (確認事項); nothing of it is wrong by being here.",
            5,
            TEAM,
            TYPE,
            RECORD,
            new Column(
                    "rule", ColumnType.TEXT, true, "a short word; those of a form against its sheets begin with form_"),
            new Column(
                    "field", ColumnType.TEXT, true, "the field, or the path of the question; empty: the whole record"),
            new Column(
                    "severity",
                    ColumnType.TEXT,
                    true,
                    "error: it cannot be final so; warning: the supervisor should know"),
            Column.required("text_ja", ColumnType.TEXT, "what is wrong and what to do, in Japanese"),
            Column.required("text_en", ColumnType.TEXT, "the same in English"));

    /** Records to be checked again soon, because one that their rules look at moved. */
    static final PlainTable PROBLEM_DUE = table(
            "problem_due",
            "A record to be checked again soon, because one that its rules look at moved.",
            3,
            TEAM,
            TYPE,
            RECORD);

    /** Sheets that were held against the version of the form they name; one that is not here waits for that. */
    static final PlainTable SHEET_CHECK = table(
            "sheet_check",
            "A sheet that was held against the version of the form it names.",
            3,
            TEAM,
            TYPE,
            RECORD,
            new Column("error_count", ColumnType.WHOLE, true, "findings that are errors"));

    /** All records in one table, as they are listed and searched. */
    static final PlainTable RECORD_LINE = table(
            "record_line",
            "A record as it is listed and searched, whatever its type; deleted ones too, so that they can be found and restored.",
            3,
            TEAM,
            TYPE,
            RECORD,
            Column.required("life", ColumnType.TEXT, "alive, or deleted: no other table but this has it then"),
            Column.required(
                    "sort_day",
                    ColumnType.TEXT,
                    "the day it is about; that on which its first change came in when it has none; empty when nobody knows"),
            Column.required("day_is_own", ColumnType.FLAG, "1 when that is the day it is about"),
            Column.optional("fiscal_year", ColumnType.WHOLE, "the year in which the April before that day lies"),
            Column.optional(
                    "title", ColumnType.TEXT, "its name or what is in place of one; the beginning of a long one"),
            Column.optional("workplace_id", ColumnType.TEXT, "the workplace it names, as it was said"),
            Column.optional("program_id", ColumnType.TEXT, "the programme it names"),
            Column.optional("visit_id", ColumnType.TEXT, "the visit it names"),
            Column.optional("workshop_id", ColumnType.TEXT, "the workshop it names"),
            Column.optional("round_id", ColumnType.TEXT, "the round it names"),
            Column.optional(
                    "people",
                    ColumnType.TEXT,
                    "who wrote it first and whom it names as acting, each with a space before and behind"),
            Column.optional("bodies", ColumnType.TEXT, "for whom that was, and the bodies it names, in the same way"),
            Column.optional("first_person_id", ColumnType.TEXT, "who made its first change"),
            Column.optional("first_at_ms", ColumnType.WHOLE, "when, by the corrected clock"),
            Column.optional("last_person_id", ColumnType.TEXT, "who made the change that moved it last"),
            Column.optional("last_at_ms", ColumnType.WHOLE, "when, by the corrected clock"),
            Column.optional("moved_at_ms", ColumnType.WHOLE, "when the server took that change in"),
            Column.required("conflict_count", ColumnType.WHOLE, "fields that wait for a choice between values"),
            Column.required(
                    "search_text",
                    ColumnType.TEXT,
                    "names, readings, numbers and the first " + SearchText.TEXT_MAX
                            + " characters of its texts, in the form in which they are compared, parted by spaces"));

    static final List<PlainTable> ALL =
            List.of(ABSORBED, CONFLICT, PLAIN_FAULT, RECORD_PROBLEM, PROBLEM_DUE, SHEET_CHECK, RECORD_LINE);

    private SideTables() {}

    static PlainRow absorbed(RecordKey key, String typeName, UUID into) {
        return row(ABSORBED, key, typeName, into.toString(), into.toString());
    }

    static PlainRow fault(RecordKey key, String typeName, long revision, String why) {
        return row(PLAIN_FAULT, key, typeName, revision, why);
    }

    static PlainRow row(PlainTable table, RecordKey key, String typeName, Object... more) {
        Object[] values = new Object[3 + more.length];
        values[0] = key.teamId().toString();
        values[1] = typeName;
        values[2] = key.id().toString();
        System.arraycopy(more, 0, values, 3, more.length);
        return new PlainRow(table, Arrays.asList(values));
    }

    private static PlainTable table(String name, String comment, int keySize, Column... columns) {
        return new PlainTable(name, comment, Arrays.asList(columns), keySize);
    }
}
