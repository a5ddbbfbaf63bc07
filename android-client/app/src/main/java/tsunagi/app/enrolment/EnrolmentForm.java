package tsunagi.app.enrolment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import tsunagi.engine.device.ServerAddress;
import tsunagi.enrolment.Invitation;

/**
 * What somebody has typed so far to make a tablet known, and what is still wrong with it.
 *
 * @param server host, and port unless it is the usual one
 * @param fingerprint SHA-256 of the server's certificate
 * @param code the one-time code
 */
record EnrolmentForm(String server, String fingerprint, String code) {
    static final EnrolmentForm EMPTY = new EnrolmentForm("", "", "");

    static final int FINGERPRINT_CHARACTERS = 64;
    static final int CODE_CHARACTERS = 8;

    private static final int USUAL_PORT = 50051;
    private static final String ANY_FINGERPRINT = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** How a field stands. */
    enum Check {
        /** Nothing is typed. */
        EMPTY,
        /** It could still become right. */
        INCOMPLETE,
        /** It cannot become right by typing on. */
        WRONG,
        RIGHT
    }

    static EnrolmentForm of(Invitation invitation) {
        return new EnrolmentForm(invitation.server(), invitation.fingerprint(), invitation.code());
    }

    Check checkServer() {
        String typed = folded(server);
        if (typed.isEmpty()) {
            return Check.EMPTY;
        }
        boolean isHost = typed.matches("[A-Za-z0-9.-]+(:[0-9]{1,5})?");
        // With any fingerprint: its own field says whether the right one is there.
        return isHost && address(ANY_FINGERPRINT).isPresent() ? Check.RIGHT : Check.WRONG;
    }

    Check checkFingerprint() {
        String hex = hex();
        if (hex.isEmpty()) {
            return isOnThisMachine() ? Check.RIGHT : Check.EMPTY;
        } else if (!hex.matches("[0-9A-F]*") || hex.length() > FINGERPRINT_CHARACTERS) {
            return Check.WRONG;
        }
        return hex.length() < FINGERPRINT_CHARACTERS ? Check.INCOMPLETE : Check.RIGHT;
    }

    Check checkCode() {
        String folded = foldedCode();
        if (folded.isEmpty()) {
            return Check.EMPTY;
        } else if (!folded.chars().allMatch(c -> CODE_ALPHABET.indexOf(c) >= 0) || folded.length() > CODE_CHARACTERS) {
            return Check.WRONG;
        }
        return folded.length() < CODE_CHARACTERS ? Check.INCOMPLETE : Check.RIGHT;
    }

    /** How many characters of the fingerprint are there. */
    int fingerprintLength() {
        return hex().length();
    }

    boolean isRight() {
        return checkServer() == Check.RIGHT && checkFingerprint() == Check.RIGHT && checkCode() == Check.RIGHT;
    }

    /** Where the server is; only of a form that is right. */
    ServerAddress address() {
        return address(hex()).orElseThrow(() -> new IllegalStateException("the form is not right yet"));
    }

    /** The code as the server reads it. */
    String cleanCode() {
        return foldedCode();
    }

    private Optional<ServerAddress> address(String hex) {
        String typed = folded(server);
        String withPort = typed.indexOf(':') < 0 ? typed + ":" + USUAL_PORT : typed;
        String print = hex.isEmpty() ? "" : "#" + hex;
        try {
            return Optional.of(ServerAddress.parse(withPort + print));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isOnThisMachine() {
        return address("").isPresent();
    }

    private String hex() {
        return folded(fingerprint).toUpperCase(Locale.ROOT).replaceAll("[:\\p{Pd}]", "");
    }

    private String foldedCode() {
        return folded(code)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\p{Pd}ー−]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }

    /** As a Japanese keyboard types it, without full width and spaces. */
    private static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
