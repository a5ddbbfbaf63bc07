package tsunagi.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordSchemas;

class FieldKindTest {
    /** Texts that are ids or keys, and say what they are by themselves. */
    private static final Set<String> SAY_IT_THEMSELVES = Set.of("form_key", "scale_key", "key");

    private final Set<FieldDescriptor> fields = new LinkedHashSet<>();

    FieldKindTest() {
        RecordSchemas.standard().all().forEach(schema -> collect(schema.descriptor()));
    }

    @Test
    void of_whenATextIsAnIdOrAKey_knowsOfWhat() {
        assertThat(fields)
                .filteredOn(field -> field.getName().matches(".*(_id|_ids|_key|_keys|^key)"))
                .filteredOn(field -> !field.getContainingType().getOptions().getMapEntry())
                .filteredOn(field -> !SAY_IT_THEMSELVES.contains(field.getName()))
                .hasSizeGreaterThan(50)
                .allSatisfy(field -> assertThat(FieldKind.of(field)).isNotEqualTo(FieldKind.PLAIN));
    }

    @Test
    void declared_whenAFieldIsAMap_isThere() {
        assertThat(fields)
                .filteredOn(FieldDescriptor::isMapField)
                .hasSizeGreaterThan(30)
                .allSatisfy(map -> assertThat(KeyKind.declared(map)).isPresent());
    }

    private void collect(Descriptor message) {
        for (FieldDescriptor field : message.getFields()) {
            if (fields.add(field) && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                collect(field.getMessageType());
            }
        }
    }
}
