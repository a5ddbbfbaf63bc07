package tsunagi.server.plaintables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.score.Score;
import tsunagi.score.Scoring;
import tsunagi.score.SheetStanding;

/** The plain tables of what follows from a sheet, its form version and its round together. */
final class ScoreTables {
    private static final Column TEAM = Column.required("team_id", ColumnType.TEXT, "the team");
    private static final Column SHEET = Column.required("response_id", ColumnType.TEXT, "the sheet");

    /** What each sheet scores on each scale of its form. */
    static final PlainTable RESPONSE_SCORE = new PlainTable(
            "response_score",
            "What one sheet scores on one scale of its form (尺度の得点).",
            List.of(
                    TEAM,
                    SHEET,
                    Column.required("scale_key", ColumnType.TEXT, "key of the scale in its form version"),
                    Column.optional("value", ColumnType.DECIMAL, "empty when too many items have no points"),
                    new Column("item_count", ColumnType.WHOLE, true, "items of the scale"),
                    new Column("answered_count", ColumnType.WHOLE, true, "those of them that have points")),
            3);

    /** Whether each sheet is valid; a row for every sheet. */
    static final PlainTable RESPONSE_VALIDITY = new PlainTable(
            "response_validity",
            "Whether one sheet is valid, and why (有効・無効).",
            List.of(
                    TEAM,
                    SHEET,
                    Column.required("is_valid", ColumnType.FLAG, "1 when it is"),
                    new Column("why", ColumnType.TEXT, true, words())),
            2);

    /** Sheets whose form version or round came or changed after them, and that are looked at again soon. */
    static final PlainTable SCORE_DUE = new PlainTable(
            "score_due",
            "A sheet whose form version or round came or changed after it, and that is looked at again soon.",
            List.of(TEAM, SHEET),
            2);

    /** Those whose rows go with their sheet. */
    static final List<PlainTable> OF_A_SHEET = List.of(RESPONSE_SCORE, RESPONSE_VALIDITY);

    private ScoreTables() {}

    static List<PlainRow> rows(
            RecordKey key, Response response, Optional<FormVersion> form, List<String> scopesAskedFor) {
        String teamId = key.teamId().toString();
        String responseId = key.id().toString();
        Map<String, Score> scores =
                form.map(known -> Scoring.scores(known, response)).orElse(Map.of());
        List<PlainRow> rows = new ArrayList<>();
        scores.forEach((scaleKey, score) -> rows.add(new PlainRow(
                RESPONSE_SCORE,
                Arrays.asList(
                        teamId,
                        responseId,
                        FitText.key("a scale's key", scaleKey),
                        score.value().isPresent() ? (Object) score.value().getAsDouble() : null,
                        (long) score.itemCount(),
                        (long) score.answeredCount()))));
        SheetStanding standing = SheetStanding.of(response, form, scores, scopesAskedFor);
        rows.add(new PlainRow(
                RESPONSE_VALIDITY, List.of(teamId, responseId, standing.isValid() ? 1 : 0, standing.word())));
        return rows;
    }

    private static String words() {
        List<String> words = new ArrayList<>();
        for (SheetStanding standing : SheetStanding.values()) {
            words.add(standing.word());
        }
        return String.join(", ", words);
    }
}
