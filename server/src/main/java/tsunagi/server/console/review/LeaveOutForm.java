package tsunagi.server.console.review;

import java.util.List;

/**
 * The form for leaving records out of totals.
 *
 * @param isTroubled whether no reason was given
 */
public record LeaveOutForm(List<Titled> records, String reason, String back, boolean isTroubled) {}
