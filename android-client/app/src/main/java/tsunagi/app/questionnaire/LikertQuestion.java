package tsunagi.app.questionnaire;

import android.content.Context;
import java.util.Optional;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** One of several steps, side by side. */
final class LikertQuestion extends QuestionView {
    private final ChoiceStrip strip;

    LikertQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        strip = new ChoiceStrip(
                context,
                asked.choices(),
                ChoiceStrip.room(context, false),
                answering,
                value -> answering.answer(
                        path(), Answer.newBuilder().addChoices(value).build(), true));
        body().addView(strip);
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        strip.show(answer);
    }

    @Override
    boolean digit(int digit) {
        return strip.digit(digit);
    }
}
