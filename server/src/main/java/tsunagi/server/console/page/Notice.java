package tsunagi.server.console.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the page after an action says of it once, and how it is taken back.
 *
 * @param undo the address that a POST to takes it back; empty where there is no way back
 */
public record Notice(String text, Optional<String> undo) {
    private static final String SEPARATOR = "~";
    private static final int TEXT_MAX = 300;

    public static Notice of(String text) {
        return new Notice(text, Optional.empty());
    }

    public static Notice of(String text, String undo) {
        return new Notice(text, Optional.of(undo));
    }

    /** As a cookie holds it. */
    String toCookie() {
        String shown = text.codePointCount(0, text.length()) > TEXT_MAX
                ? text.substring(0, text.offsetByCodePoints(0, TEXT_MAX)) + "…"
                : text;
        return encode(shown) + SEPARATOR + encode(undo.orElse(""));
    }

    /** Empty when it is none that this console wrote. */
    static Optional<Notice> fromCookie(String cookie) {
        String[] parts = cookie.split(SEPARATOR, -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            String undo = decode(parts[1]);
            // An address of this server alone.
            boolean isOurs = undo.startsWith("/") && !undo.startsWith("//") && !undo.startsWith("/\\");
            return Optional.of(new Notice(decode(parts[0]), isOurs ? Optional.of(undo) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
