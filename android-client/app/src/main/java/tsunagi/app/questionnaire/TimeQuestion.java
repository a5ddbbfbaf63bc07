package tsunagi.app.questionnaire;

import android.content.Context;
import com.google.android.material.timepicker.MaterialTimePicker;
import com.google.android.material.timepicker.TimeFormat;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A time of day, typed or taken from a clock. */
final class TimeQuestion extends TypedQuestion {
    TimeQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        isNarrow();
        field().setHint(R.string.fill_time_hint);
        if (answering.pickers().isPresent()) {
            picker(R.string.fill_time_pick, R.drawable.ic_fill_clock, view -> pick());
        }
    }

    private void pick() {
        MaterialTimePicker picker = new MaterialTimePicker.Builder()
                .setTimeFormat(TimeFormat.CLOCK_24H)
                .build();
        picker.addOnPositiveButtonClickListener(
                view -> field().setText(TypedTime.write(picker.getHour(), picker.getMinute())));
        answering().pickers().ifPresent(pickers -> picker.show(pickers, path()));
    }

    @Override
    Answer answer(String typed) {
        return Answer.newBuilder().setText(TypedTime.read(typed).orElse(typed)).build();
    }

    @Override
    String words(Optional<Answer> answer) {
        return answer.map(AnswerWords::of).orElse("");
    }
}
