package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.ArrayList;
import java.util.List;
import tsunagi.record.RecordSchema;

/**
 * Reads from a record's schema which tables it becomes: one for the record, one for each field in it that occurs several
 * times; messages that occur once are flattened into their owner's table.
 */
final class MappingBuilder {
    private final Remarks remarks;
    private final String tableName;
    private final String comment;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Column> key;
    private final List<Column> keyInParts;

    /**
     * Begins a table.
     *
     * @param keyInParts what its key is called in the tables of its parts
     */
    private MappingBuilder(
            Remarks remarks, String tableName, String comment, List<Column> key, List<Column> keyInParts) {
        this.remarks = remarks;
        this.tableName = tableName;
        this.comment = comment;
        this.key = key;
        this.keyInParts = keyInParts;
    }

    static Mapping of(RecordSchema schema, Remarks remarks) {
        Descriptor record = schema.descriptor();
        String tableName = PlainNames.usable(PlainNames.snakeCase(record.getName()));
        Column team = Column.required("team_id", ColumnType.TEXT, "The team.");
        List<Column> key = List.of(team, Column.required("id", ColumnType.TEXT, "The record."));
        List<Column> keyInParts =
                List.of(team, Column.required(tableName + "_id", ColumnType.TEXT, "Id of " + tableName + "."));
        MappingBuilder builder = new MappingBuilder(remarks, tableName, remarks.of(record), key, keyInParts);
        builder.addFields(record, List.of(), "");
        return builder.build(List.of(
                Column.required("revision", ColumnType.WHOLE, "The team's revision that moved it last."),
                Column.optional(
                        "arrived_on",
                        ColumnType.TEXT,
                        "The day, in Japan, on which the server took in its first change.")));
    }

    private Mapping build(List<Column> beforeCells) {
        List<Column> columns = new ArrayList<>(key);
        columns.addAll(beforeCells);
        cells.forEach(cell -> columns.add(cell.column()));
        return new Mapping(new PlainTable(tableName, comment, columns, key.size()), cells, parts);
    }

    private void addFields(Descriptor message, List<FieldDescriptor> path, String prefix) {
        for (FieldDescriptor field : message.getFields()) {
            if (field.isRepeated()) {
                parts.add(part(field, path, prefix));
            } else if (field.getJavaType() == JavaType.MESSAGE) {
                addFields(field.getMessageType(), with(path, field), prefix + field.getName() + "_");
            } else {
                cells.add(new Cell(PlainNames.column(prefix, field), with(path, field), field, remarks));
            }
        }
    }

    private Part part(FieldDescriptor field, List<FieldDescriptor> path, String prefix) {
        String name = PlainNames.partTable(tableName, prefix, field);
        Column last = field.isMapField()
                ? Column.required(keyName("entry_key", field), ColumnType.TEXT, "Key of the entry.")
                : Column.required(keyName("position", field), ColumnType.WHOLE, "Place in the list, from 1.");
        List<Column> partKey = with(keyInParts, last);
        MappingBuilder builder = new MappingBuilder(remarks, name, remarks.of(path, field), partKey, partKey);
        FieldDescriptor element = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
        if (element.getJavaType() == JavaType.MESSAGE) {
            builder.addFields(element.getMessageType(), List.of(), "");
        } else {
            builder.cells.add(new Cell(PlainNames.oneOf(field), List.of(), element, remarks));
        }
        return new Part(List.copyOf(path), field, builder.build(List.of()));
    }

    /** What occurs several times in something that does so too says whose key it is. */
    private String keyName(String name, FieldDescriptor field) {
        boolean isTaken = keyInParts.stream().anyMatch(column -> column.name().equals(name));
        return isTaken ? PlainNames.oneOf(field) + "_" + name : name;
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
