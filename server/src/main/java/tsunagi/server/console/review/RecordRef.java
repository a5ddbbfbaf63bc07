package tsunagi.server.console.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.search.TypeWords;

/** A record of a team as a form or a link of this console names it: {@code visit~0190…}. */
public final class RecordRef {
    private static final String BETWEEN = "~";

    private RecordRef() {}

    /** The name of a record in forms and links. */
    public static String of(RecordKey record) {
        RecordType type = RecordType.forNumber(record.type());
        return (type == null ? Integer.toString(record.type()) : TypeWords.of(type)) + BETWEEN + record.id();
    }

    /** The record that is named so; empty when none can be. */
    public static Optional<RecordKey> parse(UUID teamId, String ref) {
        int between = ref.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(ref.substring(between + 1));
            return TypeWords.find(ref.substring(0, between)).map(type -> new RecordKey(teamId, type.getNumber(), id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The records that were ticked, each once. */
    static List<RecordKey> all(UUID teamId, FormFields fields) {
        return fields.all("record").stream()
                .flatMap(ref -> parse(teamId, ref).stream())
                .distinct()
                .toList();
    }
}
