package tsunagi.app.review;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import tsunagi.change.FieldValues;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;

/** An answer as an entry of the review's map, in bytes and back. */
final class AnswerWire {
    private AnswerWire() {}

    static ByteString write(String questionKey, ReviewAnswer answer) {
        Review review = Review.newBuilder().putAnswers(questionKey, answer).build();
        return FieldValues.of(review).get(QuestionPage.path(questionKey));
    }

    static ReviewAnswer read(ByteString entry, String questionKey) {
        try {
            return Review.parseFrom(entry).getAnswersOrDefault(questionKey, ReviewAnswer.getDefaultInstance());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a draft holds no answer", e);
        }
    }
}
