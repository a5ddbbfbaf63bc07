package tsunagi.server.console.sheet;

import tsunagi.server.sheet.OwnResult;

/** Somebody's own result sheet, ready to print. */
public record OwnResultPaper(OwnResult.Shown result, String team, String printedOn) {
    private static final int FROM = 12;
    private static final int LENGTH = 336;

    /** Where a score stands on a line of 360. */
    public static String x(OwnResult.OwnScore score) {
        return Dot.text(FROM + score.share() * LENGTH);
    }

    /** What a third means, in plain words. */
    public static String words(OwnResult.OwnScore score) {
        return score.third()
                .map(third -> switch (third) {
                    case 1 -> "よい状態です。この調子で続けましょう。";
                    case 2 -> "まずまずです。無理をせず、できることを一つ続けましょう。";
                    default -> "気になる結果です。ひとりで抱えず、相談してみませんか。";
                })
                .orElse("");
    }
}
