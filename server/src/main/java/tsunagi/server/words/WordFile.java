package tsunagi.server.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Words by their keys, in one language: a resource beside the classes that speak them. */
public final class WordFile {
    private final Properties words;

    private WordFile(Properties words) {
        this.words = words;
    }

    /** The words of this name in this language, such as {@code records_ja.properties}. */
    public static WordFile of(String name, Language language) {
        String file = name + "_" + language.code() + ".properties";
        try (InputStream in = WordFile.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return new WordFile(words);
        } catch (IOException e) {
            throw new UncheckedIOException("the words in " + file + " cannot be read", e);
        }
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    /** The word of a key that must be there. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("there is no word for " + key));
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}
