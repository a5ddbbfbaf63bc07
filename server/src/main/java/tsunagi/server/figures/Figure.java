package tsunagi.server.figures;

/**
 * One figure of a team's year.
 *
 * @param chapter what it is about, in Japanese
 * @param name what is counted
 * @param counting 延べ, 実, 率 …; empty when the name says it
 * @param value as it is shown
 */
public record Figure(String chapter, String name, String counting, String value) {}
