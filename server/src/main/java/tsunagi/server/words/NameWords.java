package tsunagi.server.words;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tsunagi.record.RecordKey;

/** Names, and what is said in place of a name that is not known. */
final class NameWords {
    private static final int DIGITS_SHOWN = 8;
    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final RecordWords words;
    private final Phrases phrases;
    private final NameSource names;

    NameWords(Language language, NameSource names) {
        this.words = RecordWords.in(language);
        this.phrases = Phrases.in(language);
        this.names = names;
    }

    NameSource source() {
        return names;
    }

    String person(String id) {
        return names.person(id).orElseGet(() -> unknown(id));
    }

    String body(String id) {
        return names.body(id).orElseGet(() -> unknown(id));
    }

    /** A record of the same team. */
    String record(RecordKey beside, int type, String id) {
        return key(beside, type, id).flatMap(names::record).orElseGet(() -> unknown(id));
    }

    /** The key of another record of the same team; empty when that is no id. */
    static Optional<RecordKey> key(RecordKey beside, int type, String id) {
        return UUID_TEXT.matcher(id).matches()
                ? Optional.of(new RecordKey(beside.teamId(), type, UUID.fromString(id)))
                : Optional.empty();
    }

    String theme(String key) {
        return names.theme(key).or(() -> words.theme(key)).orElse(key);
    }

    /** A consent scope; {@code body:} and an id names a body. */
    String scope(String key) {
        return key.startsWith("body:")
                ? body(key.substring("body:".length()))
                : words.known("scope", key).orElse(key);
    }

    /** What stands for a key of something that has no name here: the key, or that it is not known where it is an id. */
    String madeKey(String key) {
        return UUID_TEXT.matcher(key).matches() ? unknown(key) : key;
    }

    String unknown(String id) {
        return id.length() > DIGITS_SHOWN
                ? phrases.of("unknown.long", id.substring(0, DIGITS_SHOWN))
                : phrases.of("unknown", id);
    }
}
