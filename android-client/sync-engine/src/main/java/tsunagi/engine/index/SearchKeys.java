package tsunagi.engine.index;

import java.util.ArrayList;
import java.util.List;
import tsunagi.name.NameKey;

/**
 * What somebody can type to find a record, in the form in which it is compared; several of a kind stand in lines.
 *
 * @param others address, telephone and whatever else it is found by
 */
public record SearchKeys(String name, String reading, String aliases, String others) {
    /** The rank of a record that lacks one of the words. */
    public static final int NOT_FOUND = -1;

    /** One text as it is compared. People say 事業所 where the law says 事業場. */
    static String key(String text) {
        return NameKey.of(text).text().replace("事業所", "事業場");
    }

    static String keys(List<String> texts) {
        List<String> keys = new ArrayList<>();
        texts.forEach(text -> keys.add(key(text)));
        return String.join("\n", keys);
    }

    /** What a list stands in the order of: the reading, or the name where no reading is known. */
    public String order() {
        return reading.isEmpty() ? name : reading;
    }

    /** How far down it comes for these words, small first; {@link #NOT_FOUND} when one of them is nowhere in it. */
    public int rank(List<String> words) {
        int rank = 0;
        for (String word : words) {
            int ofWord = rank(word);
            if (ofWord == NOT_FOUND) {
                return NOT_FOUND;
            }
            rank += ofWord;
        }
        return rank;
    }

    /** {@link IndexedWords} says the same in SQL. */
    private int rank(String word) {
        if (name.contains(word)) {
            return name.startsWith(word) ? 0 : 1;
        }
        if (reading.contains(word)) {
            return reading.startsWith(word) ? 2 : 3;
        }
        if (aliases.contains(word)) {
            return 4;
        }
        return others.contains(word) ? 5 : NOT_FOUND;
    }
}
