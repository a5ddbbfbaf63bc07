package tsunagi.server.console.sheet;

import tsunagi.server.handover.Handover;

/**
 * The hand-over, to tick, to print or to take along.
 *
 * @param isFile whether it is the file to take along, which stands by itself
 * @param style how the file looks; empty on the page
 */
public record HandoverPaper(Handover handover, String team, String printedOn, boolean isFile, String style) {}
