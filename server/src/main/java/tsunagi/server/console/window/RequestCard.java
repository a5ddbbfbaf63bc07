package tsunagi.server.console.window;

import java.util.List;
import java.util.Optional;

/**
 * A request in the list of those that came in.
 *
 * @param who for which workplace it is, or who asks
 * @param state what was decided, in words
 * @param stateTag how that is marked
 * @param body who takes it over; empty while nobody does
 * @param overdue whether the day wished for has passed while nothing is decided
 */
public record RequestCard(
        String id,
        String who,
        String wish,
        String received,
        String channel,
        Optional<String> wished,
        boolean overdue,
        List<String> themes,
        String state,
        String stateTag,
        Optional<String> body) {}
