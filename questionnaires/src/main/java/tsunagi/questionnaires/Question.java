package tsunagi.questionnaires;

import java.util.List;
import java.util.Map;

/**
 * One question as a version of a form has it.
 *
 * @param path where it stands; the steps that repeat bear no key
 * @param labels by language; a form of one language has it under the empty name
 * @param choices those that stand in the form itself; empty where they are looked up
 */
public record Question(
        String path,
        QuestionType type,
        Map<String, String> labels,
        Map<String, String> hints,
        List<Choice> choices,
        Rules rules) {
    public Question {
        labels = Map.copyOf(labels);
        hints = Map.copyOf(hints);
        choices = List.copyOf(choices);
    }

    /** One thing that can be chosen, with its label by language. */
    public record Choice(String value, Map<String, String> labels) {
        public Choice {
            labels = Map.copyOf(labels);
        }
    }
}
