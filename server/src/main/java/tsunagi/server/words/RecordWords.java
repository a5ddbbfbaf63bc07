package tsunagi.server.words;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.ProtocolMessageEnum;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;

/** What people call the types of record, their fields and their values, in one language. Thread-safe. */
public final class RecordWords {
    private static final RecordWords JAPANESE = new RecordWords(Language.JAPANESE);
    private static final RecordWords ENGLISH = new RecordWords(Language.ENGLISH);

    private final Language language;
    private final WordFile words;
    private final RecordSchemas schemas = RecordSchemas.standard();

    private RecordWords(Language language) {
        this.language = language;
        this.words = WordFile.of("records", language);
    }

    public static RecordWords in(Language language) {
        return language == Language.JAPANESE ? JAPANESE : ENGLISH;
    }

    public Language language() {
        return language;
    }

    /** A type of record, such as 訪問; one that is not known here says so. */
    public String type(int recordType) {
        return Optional.ofNullable(RecordType.forNumber(recordType))
                .map(this::type)
                .orElseGet(() -> unknown("不明な種類", "Unknown type", recordType));
    }

    /** A type of record, such as 訪問. */
    public String type(RecordType type) {
        return value(type);
    }

    /** A record, or a part of one, such as 訪問の結果. */
    public String message(Descriptor message) {
        return words.find(message.getName()).orElse(message.getName());
    }

    /** A field of a record or of a part of one, such as 所見. */
    public String field(FieldDescriptor field) {
        return words.find(key(field)).orElse(field.getName());
    }

    /** A field of a record, of a map the map as a whole; the word for its deletion, or for a field that is not known here. */
    public String field(int recordType, FieldPath path) {
        if (path.equals(FieldPath.LIFE)) {
            return language == Language.JAPANESE ? "記録の削除" : "Deletion of the record";
        }
        return schemas.find(recordType)
                .flatMap(schema -> schema.field(path.number()))
                .map(this::field)
                .orElseGet(() -> unknown("不明な項目", "Unknown field", path.number()));
    }

    /** A few words for whoever fills the field in, such as 例：麹室; empty where the label says it all. */
    public Optional<String> hint(FieldDescriptor field) {
        return words.find(key(field) + ".hint");
    }

    /** A value to choose, such as 不在; one that is not known here says so. */
    public String value(EnumValueDescriptor value) {
        return words.find(value.getType().getName() + "." + value.getName())
                .orElseGet(() -> unknown("不明な値", "Unknown value", value.getNumber()));
    }

    /** A value to choose, such as 不在. */
    public String value(ProtocolMessageEnum value) {
        return value(value.getValueDescriptor());
    }

    /** A theme that every team knows, such as 腰痛 for {@code low_back}; empty for one that a team added. */
    public Optional<String> theme(String key) {
        return known("theme", key);
    }

    /** The keys of one kind that have words, such as all themes that every team knows. */
    public List<String> knownKeys(String kind) {
        return words.keys().stream()
                .filter(key -> key.startsWith(kind + "."))
                .map(key -> key.substring(kind.length() + 1))
                .sorted()
                .toList();
    }

    /** A word for a key in a text field or a map, by the kind of key: theme, scope, device, statistic, part, audience. */
    public Optional<String> known(String kind, String key) {
        return words.find(kind + "." + key);
    }

    String word(String key) {
        return words.get(key);
    }

    Set<String> keys() {
        return words.keys();
    }

    private String unknown(String japanese, String english, int number) {
        return language == Language.JAPANESE ? japanese + "（" + number + "）" : english + " (" + number + ")";
    }

    private static String key(FieldDescriptor field) {
        return field.getContainingType().getName() + "." + field.getName();
    }
}
