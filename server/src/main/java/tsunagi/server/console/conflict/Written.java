package tsunagi.server.console.conflict;

/**
 * Who wrote something, when and where, in words.
 *
 * @param body on whose behalf, as of that day; empty when nobody knows
 * @param clockWasWrong whether the tablet's own clock was off, so that the time is the server's best guess
 */
public record Written(String person, String body, String tablet, String when, boolean clockWasWrong) {}
