package tsunagi.server.review;

import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.ReviewQuestion;

/**
 * A question back (確認のお願い), and its answer once there is one.
 *
 * @param about the record that is asked about
 * @param review the record that holds the question
 * @param questionKey which of its questions this is
 */
public record AskedQuestion(
        RecordKey about, RecordKey review, String questionKey, ReviewQuestion asked, Optional<ReviewAnswer> answer) {

    public boolean isOpen() {
        return answer.isEmpty();
    }

    /** The day it was asked, YYYY-MM-DD; empty when nobody said. */
    public String askedOn() {
        return asked.getAskedOn();
    }

    /** The day it was answered, YYYY-MM-DD; empty when nobody said. */
    public String answeredOn() {
        return answer.map(ReviewAnswer::getAnsweredOn).orElse("");
    }

    /** The field it is about; empty when it is about the record as a whole. */
    public Optional<FieldPath> field() {
        return asked.hasFieldNumber() ? Optional.of(FieldPath.field(asked.getFieldNumber())) : Optional.empty();
    }
}
