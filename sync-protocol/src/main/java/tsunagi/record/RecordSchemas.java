package tsunagi.record;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagi.records.v1.Options;

/** The types of record this program knows. Records of other types are kept and passed on all the same. */
public final class RecordSchemas {
    private final Map<Integer, RecordSchema> schemas;

    private RecordSchemas(Map<Integer, RecordSchema> schemas) {
        this.schemas = Collections.unmodifiableMap(schemas);
    }

    /** The schemas of all record messages in these files. */
    public static RecordSchemas of(Collection<FileDescriptor> files) {
        Map<Integer, RecordSchema> schemas = new TreeMap<>();
        for (FileDescriptor file : files) {
            for (Descriptor message : file.getMessageTypes()) {
                if (message.getOptions().hasExtension(Options.recordType)) {
                    RecordSchema schema = new RecordSchema(message);
                    schemas.put(schema.type(), schema);
                }
            }
        }
        return new RecordSchemas(schemas);
    }

    public Optional<RecordSchema> find(int type) {
        return Optional.ofNullable(schemas.get(type));
    }

    public Collection<RecordSchema> all() {
        return schemas.values();
    }
}
