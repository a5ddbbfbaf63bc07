package tsunagi.server.console.conflict;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.MergePolicy;
import tsunagi.records.v1.Options;
import tsunagi.server.console.conflict.ConflictList.Choice;
import tsunagi.server.console.page.Page;
import tsunagi.server.words.RecordWords;

/** Reads and shows a value that a person writes in place of those in conflict: texts, days, times, numbers, choices. */
final class ThirdValue {
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();
    private static final Set<String> TIMES = Set.of("starts_at", "ends_at");

    private final Optional<FieldDescriptor> field;

    private ThirdValue(Optional<FieldDescriptor> field) {
        this.field = field;
    }

    static ThirdValue of(RecordKey key, FieldPath path) {
        return new ThirdValue(SCHEMAS.find(key.type())
                .flatMap(schema -> schema.field(path.number()))
                .filter(ThirdValue::isWritable));
    }

    private static boolean isWritable(FieldDescriptor field) {
        boolean namesSomething = field.getOptions().hasExtension(Options.refersTo)
                || field.getName().endsWith("_id")
                || field.getName().endsWith("_key");
        return !field.isRepeated()
                && !namesSomething
                && switch (field.getJavaType()) {
                    case STRING, ENUM, BOOLEAN, INT -> true;
                    case LONG, FLOAT, DOUBLE, BYTE_STRING, MESSAGE -> false;
                };
    }

    /** The input, with what was entered or what stands. */
    ThirdInput input(Page page, Optional<String> entered, ByteString standing) {
        if (field.isEmpty()) {
            return ThirdInput.NONE;
        }
        String value = entered.orElseGet(() -> asEntered(standing));
        return switch (field.get().getJavaType()) {
            case ENUM -> new ThirdInput("choice", "", value, enumChoices(page, value));
            case BOOLEAN ->
                new ThirdInput(
                        "choice",
                        "",
                        value,
                        List.of(
                                new Choice("true", page.say("conflict.yes"), value.equals("true")),
                                new Choice("false", page.say("conflict.no"), value.equals("false"))));
            case INT -> new ThirdInput("line", "number", value, List.of());
            default ->
                isLong()
                        ? new ThirdInput("text", "", value, List.of())
                        : new ThirdInput("line", lineType(), value, List.of());
        };
    }

    /** The value on the wire, empty when nothing was entered; nothing when it cannot be read. */
    Optional<ByteString> read(String entered) {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        if (entered.isBlank()) {
            return Optional.of(ByteString.EMPTY);
        }
        return value(entered).map(value -> DynamicMessage.newBuilder(field.get().getContainingType())
                .setField(field.get(), value)
                .build()
                .toByteString());
    }

    private Optional<Object> value(String entered) {
        try {
            return switch (field.orElseThrow().getJavaType()) {
                case ENUM -> Optional.ofNullable(field.get().getEnumType().findValueByName(entered));
                case BOOLEAN -> Optional.of(Boolean.parseBoolean(entered));
                case INT -> Optional.of(Integer.parseInt(entered.strip()));
                default -> Optional.of(text(entered));
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String text(String entered) {
        return switch (lineType()) {
            case "date" -> LocalDate.parse(entered.strip()).toString();
            case "time" -> LocalTime.parse(entered.strip()).toString();
            default -> isLong() ? entered : entered.strip();
        };
    }

    private String asEntered(ByteString standing) {
        try {
            DynamicMessage holder = DynamicMessage.parseFrom(field.orElseThrow().getContainingType(), standing);
            if (!holder.hasField(field.get())) {
                return "";
            }
            Object value = holder.getField(field.get());
            return value instanceof EnumValueDescriptor choice ? choice.getName() : value.toString();
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }

    private List<Choice> enumChoices(Page page, String value) {
        RecordWords words = RecordWords.in(page.language());
        Stream<EnumValueDescriptor> said =
                field.orElseThrow().getEnumType().getValues().stream().filter(one -> one.getNumber() != 0);
        return said.map(one -> new Choice(
                        one.getName(), words.value(one), one.getName().equals(value)))
                .toList();
    }

    private boolean isLong() {
        return RecordSchema.policyOf(field.orElseThrow()) == MergePolicy.MERGE_POLICY_TEXT;
    }

    private String lineType() {
        String name = field.orElseThrow().getName();
        if (TIMES.contains(name)) {
            return "time";
        }
        return name.endsWith("_on") ? "date" : "text";
    }
}
