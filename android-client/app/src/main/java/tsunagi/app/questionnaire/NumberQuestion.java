package tsunagi.app.questionnaire;

import android.content.Context;
import android.text.InputType;
import java.util.Optional;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A number, typed on a pad of digits. What is no number is kept as it was typed, and the form says so. */
final class NumberQuestion extends TypedQuestion {
    NumberQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        int decimal = asked.type() == QuestionType.NUMBER ? InputType.TYPE_NUMBER_FLAG_DECIMAL : 0;
        field().setInputType(InputType.TYPE_CLASS_NUMBER | InputType.TYPE_NUMBER_FLAG_SIGNED | decimal);
        field().setRawInputType(InputType.TYPE_CLASS_NUMBER | decimal);
        isNarrow();
    }

    @Override
    Answer answer(String typed) {
        try {
            return Answer.newBuilder().setNumber(Double.parseDouble(typed)).build();
        } catch (NumberFormatException e) {
            return Answer.newBuilder().setText(typed).build();
        }
    }

    @Override
    String words(Optional<Answer> answer) {
        return answer.map(AnswerWords::of).orElse("");
    }
}
