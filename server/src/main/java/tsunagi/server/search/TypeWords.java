package tsunagi.server.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagi.records.v1.RecordType;

/** What types of record are called in plain tables and in links, such as {@code follow_up}. */
public final class TypeWords {
    private static final String BEGINNING = "RECORD_TYPE_";

    /** The types that this program knows, in the order of their numbers. */
    public static final List<RecordType> ALL = Stream.of(RecordType.values())
            .filter(type -> type != RecordType.UNRECOGNIZED && type != RecordType.RECORD_TYPE_UNSPECIFIED)
            .toList();

    private TypeWords() {}

    public static String of(RecordType type) {
        return type.name().substring(BEGINNING.length()).toLowerCase(Locale.ROOT);
    }

    /** The type that is called so; empty when none is. */
    public static Optional<RecordType> find(String word) {
        return ALL.stream().filter(type -> of(type).equals(word)).findFirst();
    }
}
