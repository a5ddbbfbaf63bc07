package tsunagi.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.PhotoPermission;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;

class RecordWordsTest {
    private static final RecordWords JAPANESE = RecordWords.in(Language.JAPANESE);
    private static final RecordWords ENGLISH = RecordWords.in(Language.ENGLISH);

    @ParameterizedTest
    @EnumSource(Language.class)
    void keys_whenTheSchemaIsWalkedThrough_nameAllOfItAndNothingElse(Language language) {
        Set<String> named = RecordWords.in(language).keys().stream()
                .filter(key -> Character.isUpperCase(key.charAt(0)) && !key.endsWith(".hint"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(schemaKeys());
    }

    @Test
    void keys_whenTheLanguageIsAnother_areTheSame() {
        assertThat(ENGLISH.keys()).isEqualTo(JAPANESE.keys());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keys_whenTheyAreHints_belongToAField(Language language) {
        assertThat(RecordWords.in(language).keys())
                .filteredOn(key -> key.endsWith(".hint"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(schemaKeys()).contains(key.substring(0, key.lastIndexOf('.'))));
    }

    @Test
    void field_whenJapanese_hasNoLabelThatIsEmptyOrStillEnglish() {
        Set<String> notJapanese = new TreeSet<>(Set.of("RequestChannel.REQUEST_CHANNEL_FAX"));

        assertThat(JAPANESE.keys())
                .filteredOn(key -> !JAPANESE.word(key).matches(".*[ぁ-んァ-ヶ一-龠].*"))
                .containsExactlyInAnyOrderElementsOf(notJapanese);
        assertThat(ENGLISH.keys())
                .allSatisfy(key -> assertThat(ENGLISH.word(key)).isNotBlank().doesNotContainPattern("[ぁ-んァ-ヶ一-龠]"));
    }

    @Test
    void type_whenKnown_isTheWordOfItsMessage() {
        for (RecordSchema schema : RecordSchemas.standard().all()) {
            assertThat(JAPANESE.type(schema.type())).isEqualTo(JAPANESE.message(schema.descriptor()));
            assertThat(ENGLISH.type(schema.type())).isEqualTo(ENGLISH.message(schema.descriptor()));
        }
    }

    @Test
    void field_whenOneMessageCallsItOtherwise_isWordedByItsMessage() {
        assertThat(JAPANESE.field(Visit.getDescriptor().findFieldByName("findings")))
                .isEqualTo("所見");
        assertThat(JAPANESE.field(RecordType.RECORD_TYPE_VISIT_VALUE, FieldPath.entry(9, "a")))
                .isEqualTo("訪問者");
        assertThat(JAPANESE.value(VisitKind.VISIT_KIND_WALK_THROUGH)).isEqualTo("職場見学");
        assertThat(ENGLISH.value(VisitState.VISIT_STATE_CUT_SHORT)).isEqualTo("Cut short");
        assertThat(JAPANESE.hint(PhotoPermission.getDescriptor().findFieldByName("except_where")))
                .contains("例：麹室");
        assertThat(JAPANESE.theme("low_back")).contains("腰痛");
    }

    @Test
    void field_whenNotKnownHere_saysSo() {
        var unknown = VisitState.getDescriptor().findValueByNumberCreatingIfUnknown(77);

        assertThat(JAPANESE.field(RecordType.RECORD_TYPE_VISIT_VALUE, FieldPath.field(999)))
                .isEqualTo("不明な項目（999）");
        assertThat(JAPANESE.field(999, FieldPath.field(1))).isEqualTo("不明な項目（1）");
        assertThat(JAPANESE.field(RecordType.RECORD_TYPE_VISIT_VALUE, FieldPath.LIFE))
                .isEqualTo("記録の削除");
        assertThat(JAPANESE.type(999)).isEqualTo("不明な種類（999）");
        assertThat(JAPANESE.value(unknown)).isEqualTo("不明な値（77）");
        assertThat(ENGLISH.value(unknown)).isEqualTo("Unknown value (77)");
    }

    /** The name of every message that is a record or a part of one, with its fields, and every enum with its values. */
    private static Set<String> schemaKeys() {
        Set<String> keys = new TreeSet<>();
        Set<Descriptor> seen = new HashSet<>();
        Deque<Descriptor> open = new ArrayDeque<>();
        RecordSchemas.standard().all().forEach(schema -> open.add(schema.descriptor()));
        add(RecordType.getDescriptor(), keys);
        while (!open.isEmpty()) {
            Descriptor message = open.remove();
            if (seen.add(message)) {
                if (!message.getOptions().getMapEntry()) {
                    keys.add(message.getName());
                }
                message.getFields().forEach(field -> add(field, keys, open));
            }
        }
        return keys;
    }

    private static void add(FieldDescriptor field, Set<String> keys, Deque<Descriptor> open) {
        if (!field.getContainingType().getOptions().getMapEntry()) {
            keys.add(field.getContainingType().getName() + "." + field.getName());
        }
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            open.add(field.getMessageType());
        } else if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
            add(field.getEnumType(), keys);
        }
    }

    private static void add(EnumDescriptor type, Set<String> keys) {
        type.getValues().forEach(value -> keys.add(type.getName() + "." + value.getName()));
    }
}
