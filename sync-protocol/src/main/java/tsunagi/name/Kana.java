package tsunagi.name;

import java.text.Normalizer;

/** The two syllabaries, and what half-width and full-width letters have in common. */
public final class Kana {
    private static final char KATAKANA_FIRST = 'ァ';
    private static final char KATAKANA_LAST = 'ヶ';
    private static final int KATAKANA_TO_HIRAGANA = 'ァ' - 'ぁ';

    private Kana() {}

    /** Half-width kana become full-width, full-width letters and digits half-width, ㈱ becomes (株) (NFKC); spaces outside go. */
    public static String evenWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).trim();
    }

    /** Katakana become hiragana, in even width; other characters stay. */
    public static String toHiragana(String text) {
        StringBuilder hiragana = new StringBuilder(text.length());
        for (char c : evenWidth(text).toCharArray()) {
            boolean isKatakana = c >= KATAKANA_FIRST && c <= KATAKANA_LAST;
            hiragana.append(isKatakana ? (char) (c - KATAKANA_TO_HIRAGANA) : c);
        }
        return hiragana.toString();
    }

    /** True for a reading: hiragana, the long-vowel sign and what stands between words. */
    public static boolean isReading(String text) {
        return text.matches("[ぁ-ゖゝゞー・ 　0-9a-zA-Z&.\\-]+") && text.codePoints().anyMatch(c -> c >= 'ぁ');
    }
}
