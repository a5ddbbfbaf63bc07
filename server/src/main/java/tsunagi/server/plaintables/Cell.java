package tsunagi.server.plaintables;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HexFormat;
import java.util.List;

/** One column of a row, and where in a message its value stands. */
final class Cell {
    private final Column column;
    private final List<FieldDescriptor> path;
    private final EnumWords words;

    /**
     * Describes the cell.
     *
     * @param path the fields that lead to the value, from the row's message on; empty when the row is the value itself
     * @param field the field that says what the value is
     */
    Cell(String name, List<FieldDescriptor> path, FieldDescriptor field, Remarks remarks) {
        this.path = List.copyOf(path);
        this.words = field.getJavaType() == FieldDescriptor.JavaType.ENUM ? new EnumWords(field.getEnumType()) : null;
        this.column = Column.optional(PlainNames.usable(name), ColumnType.of(field), remarks.of(path, field));
    }

    Column column() {
        return column;
    }

    /** The value as the database takes it; null when it is not set. */
    Object read(Object row) {
        Object value = row;
        for (FieldDescriptor field : path) {
            Message message = (Message) value;
            if (!message.hasField(field)) {
                return null;
            }
            value = message.getField(field);
        }
        return plain(value);
    }

    private Object plain(Object value) {
        if (value instanceof String text) {
            return FitText.value(column.name(), text);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof EnumValueDescriptor choice) {
            return words.of(choice);
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof ByteString bytes) {
            return HexFormat.of().formatHex(bytes.toByteArray());
        }
        return value instanceof Float number ? (Object) number.doubleValue() : value;
    }
}
