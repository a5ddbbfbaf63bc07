package tsunagi.server.console.window;

import java.util.List;

/** The requests of a team: those that wait for a decision, the oldest first, and those decided last. */
public record RequestsShown(List<RequestCard> open, List<RequestCard> decided) {}
