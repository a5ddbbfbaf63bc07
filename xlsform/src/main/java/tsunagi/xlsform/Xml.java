package tsunagi.xlsform;

import java.util.Map;

/** XML being written. */
final class Xml {
    private Xml() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    // What XML cannot hold does not show on a screen either.
                    boolean isText = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
                    if (isText || c == '\n' || c == '\t') {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Attributes that say something, each with a blank before. */
    static String attributes(Map<String, String> attributes) {
        StringBuilder written = new StringBuilder();
        attributes.forEach((name, value) -> {
            if (!value.isEmpty()) {
                written.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escape(value))
                        .append('"');
            }
        });
        return written.toString();
    }
}
