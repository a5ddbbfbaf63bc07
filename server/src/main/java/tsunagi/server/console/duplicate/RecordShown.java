package tsunagi.server.console.duplicate;

/** A record in a line, and what tells it from its like. */
public record RecordShown(String title, String detail) {}
