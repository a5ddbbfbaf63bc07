package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Random;

/** A record in which a person could have filled in anything. */
final class RandomRecord {
    private static final List<String> TEXTS = List.of("灯浜酒造", "ひのはま", "0", "a b", "「麹室」\n二行目");
    private static final int ROWS_MAX = 3;
    private final Random random;

    RandomRecord(Random random) {
        this.random = random;
    }

    Message of(Descriptor type) {
        DynamicMessage.Builder record = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            FieldShape shape = FieldShape.of(field);
            if (shape != FieldShape.NOT_SHOWN && random.nextInt(4) > 0) {
                set(record, field, shape);
            }
        }
        return record.build();
    }

    private void set(Message.Builder record, FieldDescriptor field, FieldShape shape) {
        if (field.isMapField()) {
            for (int i = 0; i < random.nextInt(ROWS_MAX); i++) {
                record.addRepeatedField(field, entry(field, "key-" + i));
            }
        } else if (field.isRepeated()) {
            for (int i = 0; i < random.nextInt(ROWS_MAX); i++) {
                Object value = value(field, shape);
                if (!isEmpty(value) && !((List<?>) record.getField(field)).contains(value)) {
                    record.addRepeatedField(field, value);
                }
            }
        } else {
            Object value = value(field, shape);
            if (!isEmpty(value)) {
                record.setField(field, value);
            }
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Message message && message.getAllFields().isEmpty();
    }

    private Message entry(FieldDescriptor map, String key) {
        Descriptor entry = map.getMessageType();
        FieldDescriptor value = entry.findFieldByNumber(2);
        Message part = of(value.getMessageType());
        while (isEmpty(part)
                && value.getMessageType().getFields().stream()
                        .anyMatch(field -> FieldShape.of(field) != FieldShape.NOT_SHOWN)) {
            part = of(value.getMessageType());
        }
        return DynamicMessage.newBuilder(entry)
                .setField(entry.findFieldByNumber(1), key)
                .setField(value, part)
                .build();
    }

    private Object value(FieldDescriptor field, FieldShape shape) {
        return switch (field.getJavaType()) {
            case INT -> random.nextInt();
            case LONG -> random.nextLong();
            case DOUBLE -> random.nextInt(1000) / 8.0;
            case BOOLEAN -> random.nextBoolean();
            case ENUM -> {
                List<EnumValueDescriptor> values = field.getEnumType().getValues();
                yield values.get(1 + random.nextInt(values.size() - 1));
            }
            case STRING -> text(field, shape);
            case MESSAGE -> of(field.getMessageType());
            case FLOAT, BYTE_STRING -> throw new IllegalArgumentException(field.getFullName());
        };
    }

    private String text(FieldDescriptor field, FieldShape shape) {
        return switch (shape) {
            case DATE ->
                field.isRepeated() ? "x" : "20%02d-02-%02d".formatted(random.nextInt(99), 1 + random.nextInt(28));
            case TIME -> "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
            case MONTH_DAY -> "%02d-29".formatted(1 + random.nextInt(12));
            case LINES -> TEXTS.get(random.nextInt(TEXTS.size() - 1));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }
}
