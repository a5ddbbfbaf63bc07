package tsunagi.engine.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tsunagi.name.Kana;

/** What somebody typed, word by word, in the form in which it is compared. */
public final class TypedWords {
    /** Nobody types more to find a place; and each number of words is a statement of its own. */
    private static final int WORDS_MAX = 8;

    private TypedWords() {}

    /** The words; none when nothing was typed that one could search by. */
    public static List<String> of(String typed) {
        List<String> words = new ArrayList<>();
        for (String word : Kana.evenWidth(typed).split("\\s+", -1)) {
            String key = SearchKeys.key(word);
            if (!key.isEmpty() && words.size() < WORDS_MAX) {
                words.add(key);
            }
        }
        return Collections.unmodifiableList(words);
    }
}
