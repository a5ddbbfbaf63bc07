package tsunagi.server.console.records;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What kind of picture some bytes are, told by how they begin and not by what anybody says of them. */
final class PictureType {
    private static final int WEBP_AT = 8;

    private PictureType() {}

    /** Its media type; empty for what is no picture that browsers show. */
    static Optional<String> of(byte[] content) {
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (begins(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (begins(content, 0, "GIF8")) {
            return Optional.of("image/gif");
        }
        return begins(content, 0, "RIFF") && begins(content, WEBP_AT, "WEBP")
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean begins(byte[] content, int at, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + wanted.length
                && new String(content, at, wanted.length, StandardCharsets.ISO_8859_1).equals(with);
    }
}
