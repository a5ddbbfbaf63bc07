package tsunagi.server.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import tsunagi.server.words.Language;

/** What the console says, in one language: a file a feature, read when first needed. Thread-safe. */
public final class ConsoleWords {
    private static final String PLACE = "/tsunagi/server/console/words/";
    private static final Map<Language, ConsoleWords> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new ConsoleWords(language.code()));
        }
    }

    private final String tag;
    private final Map<String, Properties> files = new ConcurrentHashMap<>();

    private ConsoleWords(String tag) {
        this.tag = tag;
    }

    public static ConsoleWords of(Language language) {
        return ALL.get(language);
    }

    /**
     * The words of a key; {0}, {1} … stand for the parts.
     *
     * @throws IllegalArgumentException when there are none: a mistake in the program, which a test finds
     */
    public String say(String key, Object... parts) {
        int dot = key.indexOf('.');
        String words = dot < 0
                ? null
                : files.computeIfAbsent(key.substring(0, dot), this::read).getProperty(key);
        if (words == null) {
            throw new IllegalArgumentException("there are no words for '" + key + "' in " + tag);
        }
        String said = words;
        for (int i = 0; i < parts.length; i++) {
            said = said.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return said;
    }

    private Properties read(String feature) {
        Properties words = new Properties();
        try (InputStream file = ConsoleWords.class.getResourceAsStream(PLACE + feature + "_" + tag + ".properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
