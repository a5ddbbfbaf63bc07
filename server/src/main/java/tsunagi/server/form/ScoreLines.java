package tsunagi.server.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagi.questionnaires.Form;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Scale;
import tsunagi.score.Score;
import tsunagi.score.Scoring;

/** What finished answers score, a line for each scale of the form. */
final class ScoreLines {
    private static final int DECIMALS = 2;

    private ScoreLines() {}

    static List<String> of(Form form, Map<String, Answer> answers) {
        Response sheet = Response.newBuilder()
                .putAllAnswers(answers)
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .build();
        Map<String, Score> scores = Scoring.scores(
                FormVersion.newBuilder().putAllScales(form.scales()).build(), sheet);
        List<String> lines = new ArrayList<>();
        form.scales()
                .forEach(
                        (key, scale) -> lines.add(key + " " + scale.getName() + " = " + words(scale, scores.get(key))));
        return lines;
    }

    private static String words(Scale scale, Score score) {
        if (score == null || score.value().isEmpty()) {
            int answered = score == null ? 0 : score.answeredCount();
            return "値なし / no value (" + answered + "/" + scale.getItemsCount() + ")";
        }
        String value = BigDecimal.valueOf(score.value().getAsDouble())
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return value + (scale.getUnit().isEmpty() ? "" : " " + scale.getUnit());
    }
}
