package tsunagi.server.console.tablets;

import java.util.List;
import java.util.Optional;

/**
 * The form for a one-time code, and the code that was made.
 *
 * @param server where tablets reach this server
 * @param trouble which of the entries is wrong: team, server, or empty
 */
public record CodeForm(List<Choice> teams, List<Choice> people, String server, String trouble, Optional<Made> made) {
    /** Something to choose. */
    public record Choice(String value, String label, boolean isChosen) {}

    /** A code, until when it is good, and the same as a picture for the tablet's camera. */
    public record Made(String code, String until, String fingerprint, String picture) {}
}
