package tsunagi.trials.tablet.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagi.change.StorableText;

/** Holds JSON against a schema before it is read, so that what is wrong is said in words that name what would be right. */
final class SchemaCheck {
    private SchemaCheck() {}

    /** The field of this name, as the schema or as JSON spells it. */
    static FieldDescriptor field(Descriptor message, String name) throws BadInputException {
        for (FieldDescriptor field : message.getFields()) {
            if (field.getName().equals(name) || field.getJsonName().equals(name)) {
                return field;
            }
        }
        String known =
                message.getFields().stream().map(FieldDescriptor::getName).collect(Collectors.joining(", "));
        throw new BadInputException(
                "unknown_field", message.getName() + " has no field \"" + name + "\". It has: " + known + ".");
    }

    /** The whole value of a field, or of one entry when the field is a map. */
    static void value(FieldDescriptor field, JsonElement value, String where) throws BadInputException {
        if (value.isJsonNull()) {
            return;
        }
        if (field.isMapField()) {
            FieldDescriptor entryValue = field.getMessageType().findFieldByName("value");
            for (Map.Entry<String, JsonElement> entry :
                    object(value, where).asMap().entrySet()) {
                text(entry.getKey(), where);
                single(entryValue, entry.getValue(), where + "." + entry.getKey());
            }
        } else if (field.isRepeated()) {
            if (!value.isJsonArray()) {
                throw wrongValue(where, "takes a list: [...]");
            }
            for (JsonElement element : value.getAsJsonArray()) {
                single(field, element, where);
            }
        } else {
            single(field, value, where);
        }
    }

    private static void single(FieldDescriptor field, JsonElement value, String where) throws BadInputException {
        if (field.getJavaType() == JavaType.MESSAGE) {
            if (!value.isJsonNull()) {
                message(field.getMessageType(), object(value, where), where);
            }
        } else if (field.getJavaType() == JavaType.ENUM) {
            enumValue(field.getEnumType(), value, where);
        } else if (isText(value)) {
            text(value.getAsString(), where);
        }
    }

    private static void message(Descriptor message, JsonObject json, String where) throws BadInputException {
        for (Map.Entry<String, JsonElement> member : json.asMap().entrySet()) {
            value(field(message, member.getKey()), member.getValue(), where + "." + member.getKey());
        }
    }

    private static void enumValue(EnumDescriptor type, JsonElement value, String where) throws BadInputException {
        if (isText(value) && type.findValueByName(value.getAsString()) == null) {
            String known = type.getValues().stream()
                    .skip(1)
                    .map(EnumValueDescriptor::getName)
                    .collect(Collectors.joining(", "));
            throw wrongValue(where, "cannot be \"" + value.getAsString() + "\". It can be: " + known);
        }
    }

    private static JsonObject object(JsonElement value, String where) throws BadInputException {
        if (!value.isJsonObject()) {
            throw wrongValue(where, "takes an object: {...}");
        }
        return value.getAsJsonObject();
    }

    private static void text(String text, String where) throws BadInputException {
        if (!StorableText.isStorable(text)) {
            throw wrongValue(where, "holds a character that cannot be kept (U+0000, or half of a surrogate pair)");
        }
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static BadInputException wrongValue(String where, String what) {
        return new BadInputException("wrong_value", "\"" + where + "\" " + what + ".");
    }
}
