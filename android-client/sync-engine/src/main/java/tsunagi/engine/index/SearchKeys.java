package tsunagi.engine.index;

import java.util.ArrayList;
import java.util.List;
import tsunagi.name.NameKey;

/**
 * What somebody can type to find a record, in the form in which it is compared, all in one text: the name's line, the
 * reading's, and lines for other names and for all else. So the first place where a word stands says how good a find it is.
 *
 * @param readingAt where the reading's line begins; characters are counted as SQLite does, from 1
 * @param aliasesAt where the lines of other names begin
 * @param othersAt where the rest begins, such as address and telephone
 * @param order what a list stands in the order of: the reading, or the name where no reading is known
 */
public record SearchKeys(String text, int readingAt, int aliasesAt, int othersAt, String order) {
    /** The rank of a record that lacks one of the words. */
    public static final int NOT_FOUND = -1;

    static SearchKeys of(String name, String reading, List<String> aliases, List<String> others) {
        StringBuilder text = new StringBuilder(key(name)).append('\n');
        int readingAt = next(text);
        text.append(key(reading)).append('\n');
        int aliasesAt = next(text);
        text.append(keys(aliases)).append('\n');
        int othersAt = next(text);
        text.append(keys(others))
                .append('\n')
                .append(NameKey.withLegalForm(name).text());
        String order = key(reading).isEmpty() ? key(name) : key(reading);
        return new SearchKeys(text.toString(), readingAt, aliasesAt, othersAt, order);
    }

    private static int next(StringBuilder text) {
        return text.codePointCount(0, text.length()) + 1;
    }

    /** One text as it is compared. People say 事業所 where the law says 事業場. */
    static String key(String text) {
        return NameKey.of(text).text().replace("事業所", "事業場");
    }

    private static String keys(List<String> texts) {
        List<String> keys = new ArrayList<>();
        texts.forEach(text -> keys.add(key(text)));
        return String.join("\n", keys);
    }

    /** How far down it comes for these words, small first; {@link #NOT_FOUND} when one of them is nowhere in it. */
    public int rank(List<String> words) {
        int rank = 0;
        for (String word : words) {
            int index = text.indexOf(word);
            if (index < 0) {
                return NOT_FOUND;
            }
            rank += rank(text.codePointCount(0, index) + 1);
        }
        return rank;
    }

    /** {@link IndexedWords} says the same in SQL. */
    private int rank(int place) {
        if (place < readingAt) {
            return place == 1 ? 0 : 1;
        }
        if (place < aliasesAt) {
            return place == readingAt ? 2 : 3;
        }
        return place < othersAt ? 4 : 5;
    }
}
