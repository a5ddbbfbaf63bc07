package tsunagi.xlsform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How what people type is read: width of letters, quotes of word processors, the many ways to say yes. */
final class Words {
    private static final Set<String> YES = Set.of("yes", "true", "true()", "y", "1", "はい", "必須", "○");
    private static final Set<String> NO = Set.of("no", "false", "false()", "n", "0", "いいえ", "×");

    private Words() {}

    /** A word of the convention, such as a type or a heading: in narrow letters, single blanks between. */
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    /** A heading or type as the key to look it up by. */
    static String key(String text) {
        return narrow(text).toLowerCase(Locale.ROOT).replace(' ', '_').replaceAll("_+", "_");
    }

    static Optional<Boolean> yesOrNo(String text) {
        String word = narrow(text).toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** An expression with what a Japanese keyboard or a word processor made wide or round set right; what stands in quotes stays. */
    static String expression(String text) {
        StringBuilder right = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = straight(text.charAt(i));
            if (quote == 0) {
                c = straight(narrow(c));
                quote = c == '\'' || c == '"' ? c : 0;
            } else if (c == quote) {
                quote = 0;
            } else {
                c = text.charAt(i);
            }
            right.append(c);
        }
        return right.toString().strip().replaceAll("[\\r\\n\\t]+", " ");
    }

    private static char straight(char c) {
        return switch (c) {
            case '\u2018', '\u2019' -> '\'';
            case '\u201C', '\u201D' -> '"';
            default -> c;
        };
    }

    private static char narrow(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u00A0' -> ' ';
            case '\u2212', '\u2013' -> '-';
            case '≧' -> '≥';
            case '≦' -> '≤';
            default -> c;
        };
    }

    /** A name that can stand in XML and in expressions: letters the expressions do not know are written as their numbers. */
    static String nodeName(String name) {
        StringBuilder node = new StringBuilder();
        narrow(name).codePoints().forEach(c -> {
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
            if (isPlain) {
                node.appendCodePoint(c);
            } else if (Character.isLetterOrDigit(c) || c == 'ー' || c == '・') {
                node.append('u').append(Integer.toHexString(c));
            } else {
                node.append(' ');
            }
        });
        return node.toString();
    }

    /** Whether a name, as {@link #nodeName} gives it, can be used. */
    static boolean isNodeName(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_.-]*");
    }
}
