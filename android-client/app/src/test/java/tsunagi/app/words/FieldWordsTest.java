package tsunagi.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.Stage;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;

@RunWith(RobolectricTestRunner.class)
public class FieldWordsTest {
    @Test
    @Config(qualifiers = "ja-rJP")
    public void words_inJapanese_areThereForAllOfTheSchema() {
        checkAll("[^_]*[ぁ-んァ-ヶ一-龠][^_]*|FAX");
    }

    @Test
    @Config(qualifiers = "en-rUS")
    public void words_inEnglish_areThereForAllOfTheSchema() {
        checkAll("[A-Z0-9][^_]*");
    }

    private static void checkAll(String pattern) {
        FieldWords words = new FieldWords(Stage.app());
        Set<Descriptor> seen = new LinkedHashSet<>();
        for (RecordSchema schema : RecordSchemas.standard().all()) {
            assertThat(words.type(schema.type())).matches(pattern);
            check(schema.descriptor(), words, pattern, seen);
        }
        assertThat(seen).hasSizeGreaterThan(60);
    }

    private static void check(Descriptor message, FieldWords words, String pattern, Set<Descriptor> seen) {
        if (!seen.add(message)) {
            return;
        }
        for (FieldDescriptor field : message.getFields()) {
            if (!message.getOptions().getMapEntry()) {
                assertThat(words.field(field)).as(field.getFullName()).matches(pattern);
            }
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                check(field.getMessageType(), words, pattern, seen);
            } else if (field.getJavaType() == FieldDescriptor.JavaType.ENUM
                    && !field.getEnumType().getName().equals("RecordType")) {
                for (EnumValueDescriptor value : field.getEnumType().getValues()) {
                    assertThat(words.value(value)).as(value.getFullName()).matches(pattern);
                }
            }
        }
    }
}
