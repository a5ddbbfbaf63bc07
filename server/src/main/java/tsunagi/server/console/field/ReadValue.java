package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value that somebody entered, read.
 *
 * @param value as a message holds it; empty when it cannot be read
 * @param trouble the word key of what is wrong; empty when nothing is
 */
record ReadValue(Optional<Object> value, String trouble) {
    static ReadValue of(FieldDescriptor field, String entered) {
        return switch (field.getJavaType()) {
            case INT -> number(entered, Integer::valueOf);
            case LONG -> number(entered, Long::valueOf);
            case FLOAT -> number(entered, Float::valueOf);
            case DOUBLE -> number(entered, ReadValue::finite);
            case BOOLEAN -> is(entered.equals("true"));
            case ENUM ->
                number(entered, number -> field.getEnumType()
                        .findValueByNumberCreatingIfUnknown(Integer.parseInt(number)));
            case STRING -> text(field, entered);
            case BYTE_STRING, MESSAGE -> throw new IllegalArgumentException(field + " is nothing to type");
        };
    }

    private static ReadValue is(Object value) {
        return new ReadValue(Optional.of(value), "");
    }

    private static ReadValue wrong(String trouble) {
        return new ReadValue(Optional.empty(), trouble);
    }

    private static ReadValue number(String entered, Function<String, Object> reader) {
        try {
            return is(reader.apply(DayForms.narrow(entered).replace(",", "")));
        } catch (NumberFormatException e) {
            return wrong("field.not_a_number");
        }
    }

    private static Double finite(String number) {
        double value = Double.parseDouble(number);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("no number: " + number);
        }
        return value;
    }

    private static ReadValue text(FieldDescriptor field, String entered) {
        if (field.isRepeated()) {
            return is(entered);
        }
        return switch (FieldShape.of(field)) {
            case DATE -> read(DayForms.day(entered), "field.not_a_day");
            case TIME -> read(DayForms.time(entered), "field.not_a_time");
            case MONTH_DAY -> read(DayForms.monthDay(entered), "field.not_a_month_day");
            default -> is(entered);
        };
    }

    private static ReadValue read(Optional<String> value, String trouble) {
        return value.isPresent() ? is(value.get()) : wrong(trouble);
    }
}
