package tsunagi.app.review;

import android.content.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.Drafted;
import tsunagi.app.words.Names;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;

/**
 * The questions about one record that wait for an answer, with what somebody began to answer.
 *
 * @param begun answers that were begun, by the keys of the questions
 */
record QuestionPage(Draft draft, List<QuestionLine> questions, Map<String, String> begun) {
    static QuestionPage of(Context context, RecordKey review) {
        Parts parts = TsunagiApp.parts(context);
        Draft draft = Drafted.draft(parts.tablet(), review);
        RecordView view = parts.tablet().show(review);
        List<QuestionLine> lines = QuestionLine.of(context, view, new Names(context), parts.today());
        Map<String, String> begun = new HashMap<>();
        lines.forEach(line -> begunAnswer(draft, line.questionKey())
                .ifPresent(answer -> begun.put(line.questionKey(), answer.getAnswer())));
        return new QuestionPage(draft, lines, begun);
    }

    static FieldPath path(String questionKey) {
        return FieldPath.entry(Review.ANSWERS_FIELD_NUMBER, questionKey);
    }

    private static Optional<ReviewAnswer> begunAnswer(Draft draft, String questionKey) {
        return Optional.ofNullable(draft.entered().get(path(questionKey)))
                .filter(bytes -> !bytes.isEmpty())
                .map(bytes -> AnswerWire.read(bytes, questionKey));
    }
}
