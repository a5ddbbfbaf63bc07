package tsunagi.trials.tablet;

import java.util.Locale;

/** Enum values as scripts like them: {@code NOT_A_MEMBER} becomes {@code not_a_member}. */
final class Words {
    private Words() {}

    static String plain(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Without the prefix that all values of a protobuf enum bear. */
    static String plain(Enum<?> value, String prefix) {
        return plain(value).substring(value.name().startsWith(prefix) ? prefix.length() : 0);
    }
}
