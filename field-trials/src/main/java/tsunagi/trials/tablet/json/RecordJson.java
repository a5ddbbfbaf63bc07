package tsunagi.trials.tablet.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordSchema;

/**
 * Records as JSON, by the rules of protobuf's own JSON with the names the schema gives. A null clears; a map is read
 * and cleared entry by entry.
 */
public final class RecordJson {
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().preservingProtoFieldNames().omittingInsignificantWhitespace();

    private RecordJson() {}

    /** Reads what somebody wants to write into a record of this type. */
    public static FieldEdits read(RecordSchema schema, String json) throws BadInputException {
        TreeMap<FieldPath, ByteString> sets = new TreeMap<>();
        Set<FieldPath> clears = new TreeSet<>();
        Set<Integer> clearsWholly = new TreeSet<>();
        for (Map.Entry<String, JsonElement> member : JsonInput.object(
                        json, "A record is a JSON object: {\"field\": value, ...}.")
                .asMap()
                .entrySet()) {
            FieldDescriptor field = SchemaCheck.field(schema.descriptor(), member.getKey());
            JsonElement value = member.getValue();
            SchemaCheck.value(field, value, member.getKey());
            if (!field.isMapField()) {
                put(sets, clears, FieldPath.field(field.getNumber()), bytes(field, value));
            } else if (value.isJsonNull()) {
                clearsWholly.add(field.getNumber());
            } else {
                for (Map.Entry<String, JsonElement> entry :
                        value.getAsJsonObject().asMap().entrySet()) {
                    FieldPath path = FieldPath.entry(field.getNumber(), entry.getKey());
                    put(sets, clears, path, entryBytes(field, entry));
                }
            }
        }
        return new FieldEdits(sets, clears, clearsWholly);
    }

    /** A whole record, or a part of one. */
    public static JsonObject write(RecordSchema schema, ByteString body) {
        try {
            DynamicMessage message = DynamicMessage.parseFrom(schema.descriptor(), body);
            return JsonParser.parseString(PRINTER.print(message)).getAsJsonObject();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept record does not parse", e);
        }
    }

    /** One value as it would stand in the record's JSON; null when it is cleared. */
    public static JsonElement writeValue(RecordSchema schema, FieldPath path, ByteString value) {
        JsonObject record = write(schema, value);
        JsonElement field = record.get(nameOf(schema, path.number()));
        if (field != null && path.isMapEntry()) {
            field = field.getAsJsonObject().get(path.mapKey());
        }
        return field == null ? JsonNull.INSTANCE : field;
    }

    /** A field's name, with the key when it is an entry of a map; its number when it is not known here. */
    public static String nameOf(RecordSchema schema, FieldPath path) {
        String name = nameOf(schema, path.number());
        return path.isMapEntry() ? name + "." + path.mapKey() : name;
    }

    private static String nameOf(RecordSchema schema, int fieldNumber) {
        return schema.field(fieldNumber).map(FieldDescriptor::getName).orElseGet(() -> Integer.toString(fieldNumber));
    }

    private static void put(
            Map<FieldPath, ByteString> sets, Set<FieldPath> clears, FieldPath path, ByteString occurrences) {
        // A repeated field without elements is no bytes at all, which is what clearing it leaves.
        if (occurrences.isEmpty()) {
            clears.add(path);
        } else {
            sets.put(path, occurrences);
        }
    }

    private static ByteString entryBytes(FieldDescriptor field, Map.Entry<String, JsonElement> entry)
            throws BadInputException {
        if (entry.getValue().isJsonNull()) {
            return ByteString.EMPTY;
        }
        JsonObject one = new JsonObject();
        one.add(entry.getKey(), entry.getValue());
        return bytes(field, one);
    }

    private static ByteString bytes(FieldDescriptor field, JsonElement value) throws BadInputException {
        JsonObject record = new JsonObject();
        record.add(field.getName(), value);
        DynamicMessage.Builder message = DynamicMessage.newBuilder(field.getContainingType());
        try {
            JsonFormat.parser().merge(record.toString(), message);
        } catch (InvalidProtocolBufferException e) {
            throw new BadInputException("wrong_value", "\"" + field.getName() + "\": " + e.getMessage());
        }
        return message.build().toByteString();
    }
}
