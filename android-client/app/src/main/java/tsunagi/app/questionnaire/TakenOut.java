package tsunagi.app.questionnaire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagi.engine.form.Filling;
import tsunagi.records.v1.Answer;

/**
 * The part of a repeat that was taken out of a sheet last, with its answers.
 *
 * @param answers by what comes behind the part in their paths
 */
record TakenOut(String repeat, Map<String, Answer> answers) {
    static TakenOut of(Filling filling, String part) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        filling.sheet().draft().forEach((path, answer) -> {
            if (path.startsWith(part + "/")) {
                answers.put(path.substring(part.length()), answer);
            }
        });
        return new TakenOut(part.substring(0, part.lastIndexOf('[')), answers);
    }

    /** Puts it back behind the other parts; empty when no more can be added. */
    Optional<String> bringBack(Filling filling) {
        Optional<String> added = filling.add(repeat);
        added.ifPresent(part -> answers.forEach((rest, answer) -> filling.answer(part + rest, answer)));
        return added;
    }
}
