package tsunagi.server.console.records;

import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.search.TypeWords;

/** Where records stand in the console. */
public final class RecordAddress {
    private RecordAddress() {}

    /** The page of a record. */
    public static String of(RecordKey key) {
        return "/teams/" + key.teamId() + "/records/" + TypeWords.of(RecordType.forNumber(key.type())) + "/" + key.id();
    }

    /** The record that an address names. */
    static RecordKey key(UUID teamId, String type, String id) {
        return new RecordKey(teamId, type(type).getNumber(), id(id));
    }

    static RecordType type(String word) {
        return TypeWords.find(word).orElseThrow(NotThereException::new);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotThereException();
        }
    }
}
