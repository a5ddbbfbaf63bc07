package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tsunagi.name.NameKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Scale;

/**
 * What people may look for in a record: its names, readings, numbers and texts, in the form in which they are compared, parted by spaces.
 * What a worker answered on a sheet is not among it.
 */
final class SearchText {
    /** Of a longer text only the beginning is found: every search reads the texts of all records. */
    static final int TEXT_MAX = 100;

    private static final Set<String> NOT_WORDS =
            Set.of("key", "version", "municipality_code", "municipality_codes", "consent_scopes", "media_type");
    private static final List<String> NOT_WORDS_AT_THE_END = List.of(
            "_id", "_ids", "_key", "_keys", "_on", "_at", "_day", "_time", "_path"); // ids, keys, days and times

    private static final Set<String> NOT_SEARCHED =
            Set.of(Answer.getDescriptor().getFullName(), Scale.getDescriptor().getFullName());

    private static final Map<FieldDescriptor, Boolean> SEARCHED = new ConcurrentHashMap<>();

    private final Set<String> parts = new LinkedHashSet<>();

    private SearchText() {}

    static String of(Message record) {
        SearchText text = new SearchText();
        text.addAll(record);
        return String.join(" ", text.parts);
    }

    /** Whether what stands in this field can be looked for. */
    static boolean isSearched(FieldDescriptor field) {
        return SEARCHED.computeIfAbsent(field, SearchText::holdsWords);
    }

    private static boolean holdsWords(FieldDescriptor field) {
        String name = field.getName();
        return field.getJavaType() == FieldDescriptor.JavaType.STRING
                && field.getOptions().getExtension(Options.refersTo) == 0
                && !NOT_WORDS.contains(name)
                && NOT_WORDS_AT_THE_END.stream().noneMatch(name::endsWith);
    }

    private void addAll(Message message) {
        for (Map.Entry<FieldDescriptor, Object> set : message.getAllFields().entrySet()) {
            FieldDescriptor field = set.getKey();
            boolean isKey = message.getDescriptorForType().getOptions().getMapEntry() && field.getNumber() == 1;
            if (!isKey && field.isRepeated()) {
                ((List<?>) set.getValue()).forEach(value -> add(field, value));
            } else if (!isKey) {
                add(field, set.getValue());
            }
        }
    }

    private void add(FieldDescriptor field, Object value) {
        if (value instanceof Message part) {
            if (!NOT_SEARCHED.contains(field.getMessageType().getFullName())) {
                addAll(part);
            }
        } else if (isSearched(field)) {
            NameKey key = NameKey.of(beginning((String) value));
            if (!key.isEmpty()) {
                parts.add(key.text());
            }
        }
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) > TEXT_MAX
                ? text.substring(0, text.offsetByCodePoints(0, TEXT_MAX))
                : text;
    }
}
