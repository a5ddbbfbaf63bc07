package tsunagi.questionnaires;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.records.v1.Answer;

/** One thing that a sheet shows to the person, in the language chosen. */
public sealed interface SheetItem {
    /** Where it stands, with the keys of repeats. */
    String path();

    /**
     * A question as it is asked now.
     *
     * @param media what is shown or played with it: the reference by its kind, such as {@code image}
     * @param appearance how it would like to look, in the form's words; empty when it does not care
     * @param accepts the kind of file it takes, such as {@code image/*}; empty when it takes none
     */
    record Asked(
            String path,
            QuestionType type,
            String label,
            String hint,
            String guidance,
            Map<String, String> media,
            String appearance,
            String accepts,
            List<Choice> choices,
            Optional<Range> range,
            boolean isRequired,
            boolean isReadOnly,
            Optional<Answer> answer)
            implements SheetItem {}

    /** A choice as it is offered now. */
    record Choice(String value, String label, Map<String, String> media) {}

    /** A number is set on a line with these ends. */
    record Range(double start, double end, double step) {}

    /** The beginning of a group. */
    record Group(String path, String label, String appearance) implements SheetItem {}

    /** The beginning of one part of a repeat. */
    record Part(String path, String label, String appearance, boolean isCounted) implements SheetItem {}

    /** A further part can be added here; the path is that of the repeat. */
    record OneMore(String path, String label) implements SheetItem {}
}
