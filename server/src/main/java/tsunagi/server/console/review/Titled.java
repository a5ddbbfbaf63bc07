package tsunagi.server.console.review;

/**
 * A record as a line names it.
 *
 * @param ref how forms and links name it
 * @param type what kind it is, in words
 * @param title what it is called
 * @param detail what tells it from its like; may be empty
 * @param href where everything that was said about it is shown
 */
public record Titled(String ref, String type, String title, String detail, String href) {}
