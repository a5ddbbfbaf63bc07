package tsunagi.app.words;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;

/** The record that a field of another holds the id of. */
final class ReferencedRecord {
    private ReferencedRecord() {}

    static Optional<RecordKey> of(UUID teamId, DynamicMessage record, FieldDescriptor field) {
        String id = (String) record.getField(field);
        int type = field.getOptions().getExtension(Options.refersTo);
        FieldDescriptor aboutType = record.getDescriptorForType().findFieldByName("about_type");
        if (field.getName().equals("about_id") && aboutType != null) {
            type = ((EnumValueDescriptor) record.getField(aboutType)).getNumber();
        }
        return type == 0 ? Optional.empty() : parse(id).map(new RecordKey(teamId, type, new UUID(0, 0))::withId);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
