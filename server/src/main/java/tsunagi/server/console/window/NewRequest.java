package tsunagi.server.console.window;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The form for a request that comes in.
 *
 * @param trouble the key of what is wrong with what was entered
 */
public record NewRequest(
        String workplaceId,
        String bodyId,
        String channel,
        String receivedOn,
        String wish,
        String wishedOn,
        String wishedTime,
        Set<String> themes,
        List<RequestShown.Choice> workplaces,
        List<RequestShown.Choice> bodies,
        List<RequestShown.Choice> channels,
        List<RequestShown.Choice> allThemes,
        Optional<String> trouble) {}
