package tsunagi.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final WordFile JAPANESE = Phrases.in(Language.JAPANESE).words();
    private static final WordFile ENGLISH = Phrases.in(Language.ENGLISH).words();

    @Test
    void keys_whenTheLanguageIsAnother_areTheSame() {
        assertThat(ENGLISH.keys()).isEqualTo(JAPANESE.keys()).hasSizeGreaterThan(50);
    }

    @Test
    void phrases_whenTheyHaveParts_haveTheSameInBothLanguages() {
        assertThat(JAPANESE.keys())
                .filteredOn(key -> !key.startsWith("pattern."))
                .allSatisfy(key -> assertThat(parts(ENGLISH.get(key))).isEqualTo(parts(JAPANESE.get(key))));
    }

    private static Set<String> parts(String phrase) {
        return Pattern.compile("%\\d\\$")
                .matcher(phrase)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
