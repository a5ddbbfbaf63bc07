package tsunagi.server.words;

import java.util.Locale;

/** The few sentences and forms in which values and titles are put, in one language. */
final class Phrases {
    private static final Phrases JAPANESE = new Phrases(Language.JAPANESE);
    private static final Phrases ENGLISH = new Phrases(Language.ENGLISH);

    private final WordFile words;
    private final Locale locale;

    private Phrases(Language language) {
        this.words = WordFile.of("phrases", language);
        this.locale = language.locale();
    }

    static Phrases in(Language language) {
        return language == Language.JAPANESE ? JAPANESE : ENGLISH;
    }

    String of(String key, Object... parts) {
        return String.format(locale, words.get(key), parts);
    }

    boolean has(String key) {
        return words.find(key).isPresent();
    }

    WordFile words() {
        return words;
    }
}
