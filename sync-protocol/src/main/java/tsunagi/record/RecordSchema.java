package tsunagi.record;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tsunagi.records.v1.MergePolicy;
import tsunagi.records.v1.Options;

/** What one type of record says about its fields: how they merge, how values rank, which of them are its natural key. */
public final class RecordSchema {
    private final int type;
    private final Descriptor descriptor;
    private final List<FieldDescriptor> naturalKey;

    RecordSchema(Descriptor descriptor) {
        this.type = descriptor.getOptions().getExtension(Options.recordType);
        this.descriptor = descriptor;
        this.naturalKey = naturalKeyOf(descriptor);
    }

    public int type() {
        return type;
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /** The field of this number; empty when it is not known here. */
    public Optional<FieldDescriptor> field(int number) {
        return Optional.ofNullable(descriptor.findFieldByNumber(number));
    }

    /** True when the field is known here and is a map. */
    public boolean isMap(int fieldNumber) {
        FieldDescriptor field = descriptor.findFieldByNumber(fieldNumber);
        return field != null && field.isMapField();
    }

    /** The fields that make a derived id, in the order of their numbers; empty when the id is not derived. */
    public List<FieldDescriptor> naturalKey() {
        return naturalKey;
    }

    /** How a field merges; a field that is not known here asks. */
    public static MergePolicy policyOf(FieldDescriptor field) {
        MergePolicy policy = field.getOptions().getExtension(Options.merge);
        return policy == MergePolicy.MERGE_POLICY_UNSPECIFIED ? MergePolicy.MERGE_POLICY_ASK : policy;
    }

    /** The declared strength of an enum value; empty when it has none, as every value that is not known here. */
    public static Optional<Integer> rankOf(EnumValueDescriptor value) {
        var options = value.getOptions();
        return options.hasExtension(Options.rank) ? Optional.of(options.getExtension(Options.rank)) : Optional.empty();
    }

    private static List<FieldDescriptor> naturalKeyOf(Descriptor descriptor) {
        List<FieldDescriptor> key = new ArrayList<>();
        for (FieldDescriptor field : descriptor.getFields()) {
            if (field.getOptions().getExtension(Options.naturalKey)) {
                key.add(field);
            }
        }
        return Collections.unmodifiableList(key);
    }
}
