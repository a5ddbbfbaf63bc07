package tsunagi.server.words;

/**
 * A record in a line.
 *
 * @param line what it is called
 * @param detail what tells it from its like; empty when there is no more to say
 */
public record Title(String line, String detail) {}
