package tsunagi.server.console.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagi.server.sheet.WallFigures;
import tsunagi.server.sheet.WallSentence;

/**
 * The page on which a wall sheet is put together.
 *
 * @param withFigures whether figures are wanted
 * @param people the names of those who edited, by id
 * @param edited who kept it last, in words
 * @param troubles what is wrong, by the key of the sentence; by {@code front} or {@code back} where there are too many
 */
public record WallEditor(
        WallFigures figures,
        boolean withFigures,
        List<WallSentence> sentences,
        Map<String, String> people,
        Optional<String> edited,
        Set<String> troubles) {
    public List<WallSentence> side(boolean isFront) {
        return sentences.stream()
                .filter(sentence -> sentence.isFront() == isFront)
                .toList();
    }

    public boolean isTrouble(String key) {
        return troubles.contains(key);
    }

    public List<Integer> years() {
        return List.of(figures.fiscalYear() + 1, figures.fiscalYear(), figures.fiscalYear() - 1);
    }
}
