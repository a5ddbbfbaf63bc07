package tsunagi.questionnaires;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The short words by which forms call the values of enums: {@code SCALE_METHOD_MEAN} is {@code mean}. */
final class EnumWord {
    private EnumWord() {}

    static String of(Enum<?> value) {
        return value.name()
                .substring(prefix(value.getDeclaringClass()).length())
                .toLowerCase(Locale.ROOT);
    }

    /** The value that a word names; empty when none is called so. */
    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        String name = prefix(type) + word.toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    private static String prefix(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
    }
}
