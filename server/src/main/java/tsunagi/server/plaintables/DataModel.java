package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.server.plaintables.PlainView.Audience;

/** The page that tells people with SQL, a BI tool or R what they find: made from the schema, so it cannot be out of date. */
public final class DataModel {
    private static final String BEGINNING = """
            # Data model

            Made by `./tsunagi data-model`; do not edit. These tables and views stand in the server's database, SQLite or
            PostgreSQL, under the same names with the same columns; [ADR 5](adr/0005-plain-tables-follow-the-log.md) tells how they
            follow the records, [ADR 10](adr/0010-published-figures.md) what is hidden and why. They are seconds behind, and are thrown
            away and made again at will: read them, never write to them, and keep nothing of your own among them.

            | what | who reads it |
            | --- | --- |
            | `published_…` views | whoever may see totals: answers of people, in groups large enough, proof against subtraction |
            | `figure_…` views | whoever may see totals: counts of what was done; no answers of people |
            | other views, all tables | administrators, and the team itself: single sheets, names, small groups |

            **Reading.** Ids are text, and `team_id` leads every key. Days are `YYYY-MM-DD`, those of Japan; times are milliseconds since
            1970 UTC. Flags are 0 and 1. NULL means that nobody said. A record that was declared a duplicate has no rows; what
            refers to it is read through `absorbed`, which the views do: `COALESCE(absorbed.successor_id, visit.workplace_id)`.

            **Counting.** 延べ counts occasions, 実 different people or places. Distinct counts do not add up, so figures come once
            for each value of `split_by`: `total`, and by `program`, `municipality`, `body`, `theme`, `industry` or `size` where that makes
            sense. Never add rows of different splits, nor 実 of different rows. `fiscal_year` is the year in which April lies. Whatever the
            supervisor leaves out of totals (集計から除く) is in no `figure_` and no `published_` view.

            """;

    private final RecordSchemas records;
    private final SchemaComments comments = SchemaComments.standard();
    private final PlainSchema schema;
    private final StringBuilder page = new StringBuilder();

    private DataModel(RecordSchemas records) {
        this.records = records;
        this.schema = new PlainSchema(records);
    }

    /** The page, in Markdown. */
    public static String page() {
        return new DataModel(RecordSchemas.standard()).write();
    }

    private String write() {
        page.append(BEGINNING);
        List<PlainTable> tables = schema.tables();
        Set<String> names = tables.stream().map(PlainTable::name).collect(Collectors.toSet());
        List<PlainView> views = Catalog.views(names);
        section("Views: published answers", views, Audience.PUBLISHED);
        section("Views: figures", views, Audience.FIGURE);
        section("Views that these are made from", views, Audience.GROUND);
        page.append("## Tables\n\n");
        tables.forEach(this::table);
        page.append("## Words\n\n");
        page.append("The words that stand in columns, by the name of their type.\n\n");
        enums().values().forEach(this::words);
        return page.toString().stripTrailing() + "\n";
    }

    private void section(String title, List<PlainView> views, Audience audience) {
        page.append("## ").append(title).append("\n\n");
        views.stream().filter(view -> view.audience() == audience).forEach(this::view);
    }

    private void view(PlainView view) {
        title(view.name(), view.comment());
        page.append("| column | what |\n| --- | --- |\n");
        view.columns().forEach((name, what) -> row(code(name), what));
        page.append("\nMade from ")
                .append(view.reads().stream().map(DataModel::code).collect(Collectors.joining(", ")))
                .append(".\n\n");
    }

    private void table(PlainTable table) {
        title(table.name(), table.comment());
        page.append("Key: ")
                .append(names(table.key().stream().map(Column::name).toList()))
                .append('.');
        for (PlainIndex index : table.indexes()) {
            page.append(" Index: ")
                    .append(names(index.columns()))
                    .append(" (")
                    .append(index.why())
                    .append(").");
        }
        page.append("\n\n| column | type | what |\n| --- | --- | --- |\n");
        table.columns().forEach(column -> row(code(column.name()), type(column), column.remark()));
        page.append('\n');
    }

    private void words(EnumDescriptor type) {
        title(PlainNames.snakeCase(type.getName()), comments.of(type));
        page.append("| word | what |\n| --- | --- |\n");
        EnumWords words = new EnumWords(type);
        for (EnumValueDescriptor value : type.getValues()) {
            row(code(words.of(value)), comments.of(value));
        }
        page.append('\n');
    }

    private void title(String name, String comment) {
        page.append("### ").append(name).append("\n\n");
        if (!comment.isEmpty()) {
            page.append(comment).append("\n\n");
        }
    }

    private void row(String... cells) {
        page.append("| ")
                .append(String.join(" | ", cells).replaceAll("\\|(?! )", "\\\\|"))
                .append(" |\n");
    }

    private static String type(Column column) {
        return column.type().sql() + (column.required() ? ", never NULL" : "");
    }

    private static String names(List<String> names) {
        return names.stream().map(DataModel::code).collect(Collectors.joining(", "));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    /** Those that records use, in the order of their names. */
    private Map<String, EnumDescriptor> enums() {
        Map<String, EnumDescriptor> found = new TreeMap<>();
        Set<Descriptor> seen = new HashSet<>();
        List<Descriptor> open = new ArrayList<>(
                records.all().stream().map(RecordSchema::descriptor).toList());
        while (!open.isEmpty()) {
            for (FieldDescriptor field : open.remove(open.size() - 1).getFields()) {
                if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
                    found.put(field.getEnumType().getName(), field.getEnumType());
                } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && seen.add(field.getMessageType())) {
                    open.add(field.getMessageType());
                }
            }
        }
        return found;
    }
}
