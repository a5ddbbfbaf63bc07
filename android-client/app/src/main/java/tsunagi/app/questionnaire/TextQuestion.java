package tsunagi.app.questionnaire;

import android.content.Context;
import android.text.InputFilter;
import android.text.InputType;
import android.view.inputmethod.EditorInfo;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.screen.AfterTyping;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A text, on one line or on many. */
class TextQuestion extends TypedQuestion {
    private static final int LONGEST = 5_000;
    private static final int LINES = 5;
    private String below = "";

    TextQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        AfterTyping.hear(field(), text -> full(text.length() >= LONGEST));
        field().setFilters(new InputFilter[] {new InputFilter.LengthFilter(LONGEST)});
        field().setInputType(InputType.TYPE_CLASS_TEXT
                | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES
                | InputType.TYPE_TEXT_FLAG_MULTI_LINE);
        if (asked.appearance().contains("multiline")) {
            field().setMinLines(LINES);
            counted(LONGEST);
        } else {
            // Long answers wrap, and the key for the next question is there all the same.
            field().setRawInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES);
            field().setImeOptions(EditorInfo.IME_ACTION_NEXT);
        }
    }

    /** Says something below the field, unless that is full. */
    final void below(String words) {
        below = words;
        understood(words);
    }

    /** What does not fit any more is not taken in silence. */
    private void full(boolean isFull) {
        understood(isFull ? getResources().getString(R.string.fill_text_full, LONGEST) : below);
    }

    @Override
    Answer answer(String typed) {
        return Answer.newBuilder().setText(typed).build();
    }

    @Override
    String words(Optional<Answer> answer) {
        return answer.map(AnswerWords::of).orElse("");
    }
}
