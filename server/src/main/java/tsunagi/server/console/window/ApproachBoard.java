package tsunagi.server.console.window;

import java.util.List;
import java.util.Optional;

/** Approaches by what they came to. */
public record ApproachBoard(List<Column> columns) {
    /**
     * One result, and the approaches that came to it.
     *
     * @param total how many there are; of many not all are shown
     */
    public record Column(String title, int total, List<Card> cards) {}

    /**
     * One approach.
     *
     * @param why the reasons of a refusal
     * @param next the day to ask again
     * @param isNextPast whether that day has come
     */
    public record Card(
            String who,
            String when,
            String channel,
            Optional<String> why,
            Optional<String> next,
            boolean isNextPast,
            Optional<String> remarks) {}
}
