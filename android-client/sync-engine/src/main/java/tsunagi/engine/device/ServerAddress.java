package tsunagi.engine.device;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a server is, and what its certificate must be.
 *
 * @param fingerprint SHA-256 of the certificate, upper-case hexadecimal in pairs parted by colons; empty for a server on
 *     this very machine that speaks in plaintext
 */
public record ServerAddress(String host, int port, Optional<String> fingerprint) {
    private static final char FINGERPRINT_MARK = '#';
    private static final int PORT_MAX = 65_535;

    public ServerAddress {
        if (host.isEmpty() || port <= 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("no address of a server: " + host + ":" + port);
        }
        fingerprint = fingerprint.map(ServerAddress::normalized);
        if (!fingerprint.isPresent() && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    host + " is another machine: without the fingerprint of its certificate nothing is sent there");
        }
    }

    /** Reads "host:port" or "host:port#fingerprint". */
    public static ServerAddress parse(String text) {
        int mark = text.indexOf(FINGERPRINT_MARK);
        String address = mark < 0 ? text : text.substring(0, mark);
        Optional<String> fingerprint = mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1));
        int colon = address.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("the port is missing: " + text);
        }
        return new ServerAddress(address.substring(0, colon), port(address.substring(colon + 1)), fingerprint);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no port: " + text, e);
        }
    }

    private static String normalized(String fingerprint) {
        String hex = fingerprint.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
        if (!hex.matches("[0-9A-F]{64}")) {
            throw new IllegalArgumentException("no SHA-256 fingerprint: " + fingerprint);
        }
        return hex.replaceAll("(..)(?!$)", "$1:");
    }

    private static boolean isLoopback(String host) {
        // By name only: what a resolver says of other names is not to be trusted with plaintext.
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    /** As {@link #parse} reads it. */
    public String toText() {
        return host + ":" + port
                + fingerprint.map(print -> FINGERPRINT_MARK + print).orElse("");
    }
}
