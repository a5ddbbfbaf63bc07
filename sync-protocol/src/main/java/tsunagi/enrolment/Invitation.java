package tsunagi.enrolment;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody hands to a new tablet, as one text that fits in a QR code:
 * {@code tsunagi://enrol?server=HOST:PORT&fingerprint=HEX&code=XXXX-XXXX}.
 *
 * @param server host and port; empty where the server does not know under which name tablets reach it
 * @param fingerprint SHA-256 of the server's certificate in hexadecimal; empty for a server in plaintext on this machine
 * @param code the one-time code; empty when it is handed over by itself
 */
public record Invitation(String server, String fingerprint, String code) {
    private static final String BEGIN = "tsunagi://enrol?";
    private static final String SERVER = "server";
    private static final String FINGERPRINT = "fingerprint";
    private static final String CODE = "code";

    /** Reads the text of a QR code; empty when it is no invitation. */
    public static Optional<Invitation> parse(String text) {
        if (!text.trim().startsWith(BEGIN)) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String part : text.trim().substring(BEGIN.length()).split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return Optional.of(new Invitation(
                values.getOrDefault(SERVER, ""), values.getOrDefault(FINGERPRINT, ""), values.getOrDefault(CODE, "")));
    }

    /** As {@link #parse} reads it. */
    public String toText() {
        return BEGIN + SERVER + "=" + encoded(server) + "&" + FINGERPRINT + "=" + fingerprint.replace(":", "") + "&"
                + CODE + "=" + encoded(code);
    }

    private static String encoded(String value) {
        try {
            // A colon is at home in a query, and a shorter text makes a coarser code.
            return URLEncoder.encode(value, "UTF-8").replace("%3A", ":");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        } catch (IllegalArgumentException broken) {
            return value;
        }
    }
}
