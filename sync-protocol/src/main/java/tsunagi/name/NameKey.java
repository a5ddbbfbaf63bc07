package tsunagi.name;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name with everything taken off that people write now one way, now another: two names with one key are likely the same place or
 * person, and somebody should look. Never an identity: 斉藤 and 斎藤 have one key and are two families.
 *
 * @param text the key; empty when nothing of the name is left
 */
public record NameKey(String text) {
    private static final Pattern LEGAL_FORM = Pattern.compile("株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|(?:一般|公益)?(?:社団|財団)法人"
            + "|(?:特定)?医療法人(?:社団|財団)?|社会福祉法人|学校法人|宗教法人|特定非営利活動法人|npo法人|農事組合法人|独立行政法人"
            + "|\\((?:株|有|同|資|名|医|福|社|財|学|宗|農)\\)");

    /** Without one of these in it nothing is a legal form; looking for them is a tenth of the work. */
    private static final String[] IN_LEGAL_FORMS = {"会社", "法人", "("};

    /** Beside ASCII's: dots, hyphens, brackets, quotes. The long-vowel sign is a part of the word. */
    private static final String BETWEEN = "・･‐‑–—−’「」『』【】〔〕、。";

    /** The key of a person's or a place's name. */
    public static NameKey of(String name) {
        return withoutBetween(withoutLegalForm(even(name)));
    }

    /** The key with the legal form left in, for somebody who is still typing it. */
    public static NameKey withLegalForm(String name) {
        return withoutBetween(even(name));
    }

    private static String even(String name) {
        return OldCharacters.toUsual(Kana.evenWidth(name)).toLowerCase(Locale.ROOT);
    }

    private static String withoutLegalForm(String even) {
        for (String part : IN_LEGAL_FORMS) {
            if (even.contains(part)) {
                return LEGAL_FORM.matcher(even).replaceAll("");
            }
        }
        return even;
    }

    private static NameKey withoutBetween(String even) {
        StringBuilder words = new StringBuilder(even.length());
        for (int i = 0; i < even.length(); i++) {
            if (!isBetween(even.charAt(i))) {
                words.append(even.charAt(i));
            }
        }
        return new NameKey(Kana.toHiragana(words.toString()));
    }

    /** True for what stands between the words. */
    private static boolean isBetween(char c) {
        if (c < 0x80) {
            boolean isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean isSpace = c == ' ' || (c >= '\t' && c <= '\r');
            return isSpace || (c > ' ' && c < 0x7f && !isWord);
        }
        return BETWEEN.indexOf(c) >= 0;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
