package tsunagi.server.console.sheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tsunagi.server.sheet.RoundOnWall;
import tsunagi.server.sheet.ScaleOnWall;
import tsunagi.server.sheet.WallFigures;
import tsunagi.server.sheet.WallSentence;

/**
 * A wall sheet ready to print.
 *
 * @param withFigures whether it shows figures of answers
 * @param fiscalYear the year in words
 * @param printedOn the day in words
 */
public record WallPaper(
        WallFigures figures,
        boolean withFigures,
        List<WallSentence> sentences,
        String fiscalYear,
        String printedOn,
        String team) {
    private static final int LINES_MAX = 3;
    private static final int STRIPS_MAX = 3;
    private static final int CHARACTERS_OF_A_LINE = 34;
    private static final int LINES_OF_TEXT_MAX = 7;

    public List<String> front() {
        return printed(true);
    }

    public List<String> back() {
        return printed(false);
    }

    private List<String> printed(boolean isFront) {
        return sentences.stream()
                .filter(sentence -> sentence.isFront() == isFront && sentence.isPrinted())
                .map(WallSentence::text)
                .toList();
    }

    /** Whether the sentences of a side are so long that they need smaller type. */
    public boolean isDense(boolean isFront) {
        return printed(isFront).stream()
                        .mapToInt(sentence -> 1 + sentence.length() / CHARACTERS_OF_A_LINE)
                        .sum()
                > LINES_OF_TEXT_MAX;
    }

    /** The rounds that the scales shown come from. */
    public List<RoundOnWall> rounds() {
        List<String> shown = lines().stream()
                .flatMap(line -> Stream.concat(
                        line.scale().before().stream(), Stream.of(line.scale().now())))
                .map(ScaleOnWall.Mean::round)
                .distinct()
                .toList();
        return figures.rounds().stream()
                .filter(round ->
                        shown.contains(round.name()) && round.sheetsOut().isPresent())
                .limit(2)
                .toList();
    }

    /** Scales before and now; where something is compared, only those. */
    public List<MeanLine> lines() {
        boolean isCompared = scales().stream().anyMatch(scale -> scale.before().isPresent());
        return scales().stream()
                .filter(scale -> !isCompared || scale.before().isPresent())
                .limit(LINES_MAX)
                .map(MeanLine::of)
                .toList();
    }

    /** The scales of which it can be said how many people are where; one has room. */
    public List<ScaleOnWall> banded() {
        return scales().stream()
                .filter(scale -> !scale.bands().isEmpty())
                .limit(1)
                .toList();
    }

    public List<DotStrip> strips() {
        return scales().stream()
                .filter(scale -> !scale.others().isEmpty())
                .limit(STRIPS_MAX)
                .map(DotStrip::of)
                .toList();
    }

    /** The scale that is shown by departments: the first that has any to show. */
    public List<ScaleOnWall> divided() {
        return scales().stream()
                .filter(scale ->
                        scale.units().stream().anyMatch(unit -> unit.now().isPresent()))
                .limit(1)
                .toList();
    }

    private List<ScaleOnWall> scales() {
        return withFigures ? figures.scales() : List.of();
    }

    /** A number as a wall has it: one decimal, and none that is not needed. */
    public static String number(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
