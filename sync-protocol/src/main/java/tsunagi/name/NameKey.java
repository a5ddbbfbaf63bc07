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

    /** Spaces, dots, hyphens, brackets, quotes: what stands between the words. The long-vowel sign is a part of the word. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}・･‐‑–—−'’「」『』【】〔〕、。]");

    /** The key of a person's or a place's name. */
    public static NameKey of(String name) {
        return withoutBetween(LEGAL_FORM.matcher(even(name)).replaceAll(""));
    }

    /** The key with the legal form left in, for somebody who is still typing it. */
    public static NameKey withLegalForm(String name) {
        return withoutBetween(even(name));
    }

    private static String even(String name) {
        return OldCharacters.toUsual(Kana.evenWidth(name)).toLowerCase(Locale.ROOT);
    }

    private static NameKey withoutBetween(String even) {
        return new NameKey(Kana.toHiragana(BETWEEN.matcher(even).replaceAll("")));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
