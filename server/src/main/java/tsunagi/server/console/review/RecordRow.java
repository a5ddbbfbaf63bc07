package tsunagi.server.console.review;

/**
 * A record as a line of a list shows it.
 *
 * @param moved when the server took in what moved it last, in words; empty when that is not told here
 * @param looked when somebody looked at it last, in words; empty when nobody did
 * @param why why it is left out of totals; empty when it is not, or nobody said
 */
public record RecordRow(Titled record, String moved, String looked, String why) {}
