package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words in which an enum's values stand in a plain table: {@code VISIT_STATE_CUT_SHORT} is {@code cut_short}. */
public final class EnumWords {
    private final Map<Integer, String> words = new LinkedHashMap<>();

    public EnumWords(EnumDescriptor type) {
        String prefix = PlainNames.snakeCase(type.getName()) + "_";
        for (EnumValueDescriptor value : type.getValues()) {
            String name = value.getName().toLowerCase(Locale.ROOT);
            String word = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
            words.putIfAbsent(value.getNumber(), word);
        }
    }

    /** The value's word; the number of a value that is not known here. */
    public String of(EnumValueDescriptor value) {
        return words.getOrDefault(value.getNumber(), Integer.toString(value.getNumber()));
    }

    @Override
    public String toString() {
        return String.join(", ", words.values());
    }
}
