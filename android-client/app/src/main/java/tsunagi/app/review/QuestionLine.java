package tsunagi.app.review;

import android.content.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.calendar.JapaneseDays;
import tsunagi.change.FieldPath;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewQuestion;

/**
 * 確認のお願い: a question of the supervisor that nobody answered yet.
 *
 * @param review the record that holds it
 * @param questionKey which of its questions it is
 * @param about the record it is about
 * @param record type and title of that record
 * @param field the field it is about; empty when it is about the record as a whole
 * @param asked who is asked and when
 */
public record QuestionLine(
        RecordKey review,
        String questionKey,
        Optional<RecordKey> about,
        String record,
        String question,
        String field,
        String askedPersonId,
        String asked) {
    /** All that wait for an answer in a team. Beside the main thread. */
    public static List<QuestionLine> open(Context context, UUID teamId, Names names) {
        Parts parts = TsunagiApp.parts(context);
        List<QuestionLine> lines = new ArrayList<>();
        for (RecordView view : parts.tablet().lookup().open(teamId, RecordType.RECORD_TYPE_REVIEW_VALUE)) {
            lines.addAll(of(context, view, names, parts.today()));
        }
        return lines;
    }

    static List<QuestionLine> of(Context context, RecordView view, Names names, LocalDate today) {
        Review review = view.as(Review.getDefaultInstance());
        FieldWords words = new FieldWords(context);
        List<QuestionLine> lines = new ArrayList<>();
        Optional<RecordKey> about = about(view.key(), review);
        String record = words.type(review.getAboutType().getNumber()) + "  " + names.title(view.key());
        for (Map.Entry<String, ReviewQuestion> entry : review.getQuestionsMap().entrySet()) {
            ReviewQuestion question = entry.getValue();
            if (!review.containsAnswers(entry.getKey())) {
                String day = JapaneseDays.parse(question.getAskedOn())
                        .map(new DayWords(context, today)::day)
                        .orElse("");
                lines.add(new QuestionLine(
                        view.key(),
                        entry.getKey(),
                        about,
                        record,
                        question.getQuestion(),
                        question.hasFieldNumber()
                                ? words.field(
                                        review.getAboutType().getNumber(), FieldPath.field(question.getFieldNumber()))
                                : "",
                        question.getAskedPersonId(),
                        context.getString(
                                R.string.review_asked_to, names.personOrWord(question.getAskedPersonId()), day)));
            }
        }
        return lines;
    }

    private static Optional<RecordKey> about(RecordKey key, Review review) {
        try {
            return Optional.of(new RecordKey(
                    key.teamId(), review.getAboutType().getNumber(), UUID.fromString(review.getAboutId())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
