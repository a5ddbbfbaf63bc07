package tsunagi.server.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagi.server.words.Language;

/** The words of the console are there, in both languages. */
class ConsoleWordsTest {
    private static final Path WORDS = Path.of("src/main/resources/tsunagi/server/console/words");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    /** A key that stands whole in a template; what is put together there is found when the page is looked at. */
    private static final Pattern SAID = Pattern.compile("say\\(\"([a-z0-9_.]+[a-z0-9_])\"\\s*[,)]");

    @Test
    void everyFile_hasTheSameKeysInBothLanguages() throws IOException {
        try (Stream<Path> files = Files.list(WORDS)) {
            for (Path japanese : files.filter(file -> file.toString().endsWith("_ja.properties"))
                    .toList()) {
                Path english = Path.of(japanese.toString().replace("_ja.properties", "_en.properties"));
                assertThat(keys(english)).as(english.toString()).isEqualTo(keys(japanese));
            }
        }
    }

    @Test
    void everyKeyThatATemplateSays_hasWords() throws IOException {
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher said = SAID.matcher(Files.readString(template));
                while (said.find()) {
                    assertThat(ConsoleWords.of(Language.JAPANESE).say(said.group(1)))
                            .as(template + ": " + said.group(1))
                            .isNotEmpty();
                }
            }
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }
}
