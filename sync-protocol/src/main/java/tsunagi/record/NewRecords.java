package tsunagi.record;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds the id of a record that somebody begins to write: a new one, or the one its natural key already names. */
public final class NewRecords {
    private final RecordSchemas schemas;
    private final Supplier<UUID> ids;

    public NewRecords(RecordSchemas schemas, Supplier<UUID> ids) {
        this.schemas = schemas;
        this.ids = ids;
    }

    /**
     * The key of a new record.
     *
     * @throws IllegalArgumentException when records of this type are known by their natural key
     */
    public RecordKey keyOf(UUID teamId, int recordType) {
        if (schemas.find(recordType)
                .filter(schema -> !schema.naturalKey().isEmpty())
                .isPresent()) {
            throw new IllegalArgumentException("records of type " + recordType + " are known by their natural key");
        }
        return new RecordKey(teamId, recordType, ids.get());
    }

    /**
     * The key of the record that has these contents, which must hold its natural key where its type has one.
     *
     * @throws IllegalArgumentException when the natural key is not there in full, or the message is no record
     */
    public RecordKey keyOf(UUID teamId, Message contents) {
        RecordSchema schema = schemaOf(contents);
        if (schema.naturalKey().isEmpty()) {
            return keyOf(teamId, schema.type());
        }
        List<String> parts = new ArrayList<>();
        for (FieldDescriptor keyField : schema.naturalKey()) {
            FieldDescriptor field = contents.getDescriptorForType().findFieldByNumber(keyField.getNumber());
            if (!contents.hasField(field)) {
                throw new IllegalArgumentException(keyField.getName() + " is missing: it is part of the natural key");
            }
            parts.add(contents.getField(field).toString());
        }
        return new RecordKey(teamId, schema.type(), DerivedId.of(teamId, schema.type(), parts));
    }

    private RecordSchema schemaOf(Message contents) {
        String name = contents.getDescriptorForType().getFullName();
        return schemas.all().stream()
                .filter(schema -> schema.descriptor().getFullName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no record"));
    }
}
