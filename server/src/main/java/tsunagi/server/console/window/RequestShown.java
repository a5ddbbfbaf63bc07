package tsunagi.server.console.window;

import java.util.List;
import java.util.Optional;

/**
 * One request, the courses that could answer it, and what was made of it.
 *
 * @param reason why it was not accepted; empty otherwise
 * @param busy the busy season of the workplace, where it has one
 * @param booked what takes place for it
 * @param day the day that is proposed for booking
 * @param trouble the key of what is wrong with what was entered
 */
public record RequestShown(
        RequestCard card,
        boolean isOpen,
        boolean isAccepted,
        Optional<String> reason,
        List<String> busy,
        List<Match> matches,
        List<Choice> bodies,
        Optional<String> bodyId,
        List<Choice> people,
        List<Choice> courses,
        List<Booked> booked,
        String day,
        Optional<String> trouble) {

    /** A course that could answer it. */
    public record Match(String id, String title, String bodyId, String body, boolean isNamed, List<String> reasons) {}

    /** Something to choose. */
    public record Choice(String value, String name) {}

    /** A visit or workshop for it. */
    public record Booked(String month, String when, String title) {}
}
