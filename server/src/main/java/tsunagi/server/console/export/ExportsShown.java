package tsunagi.server.console.export;

import java.util.List;
import java.util.Optional;

/**
 * What can be exported, and what was.
 *
 * @param narrowed what else the records are narrowed by, in words, when the reader comes from a list
 * @param kept the filter's other parts, to be sent along
 * @param trouble the key of what is wrong with what was entered; empty when nothing is
 */
public record ExportsShown(
        List<Type> types,
        String year,
        String text,
        List<Integer> years,
        List<String> narrowed,
        List<Kept> kept,
        List<Round> rounds,
        List<Done> done,
        Optional<String> trouble) {

    /** A type of record that can be chosen. */
    public record Type(String word, String name, boolean isChosen) {}

    /** A part of the filter that the form does not show. */
    public record Kept(String name, String value) {}

    /** A round whose sheets can be exported. */
    public record Round(String id, String title, String detail) {}

    /** One line of the log. */
    public record Done(
            String when,
            String who,
            String what,
            String format,
            boolean withFreeText,
            String state,
            String stateTag,
            String rows) {}
}
