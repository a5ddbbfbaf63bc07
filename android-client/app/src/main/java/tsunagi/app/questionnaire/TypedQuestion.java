package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.view.inputmethod.EditorInfo;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.textfield.TextInputEditText;
import com.google.android.material.textfield.TextInputLayout;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.screen.AfterTyping;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A question whose answer is typed; each letter is kept. */
abstract class TypedQuestion extends QuestionView {
    private final TextInputLayout frame;
    private final TextInputEditText field;
    private boolean isShowing;

    TypedQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        View view = LayoutInflater.from(context).inflate(R.layout.fill_typed, body(), false);
        body().addView(view);
        frame = view.findViewById(R.id.typed_frame);
        field = view.findViewById(R.id.typed_field);
        field.setId(View.generateViewId());
        field.setContentDescription(asked.label());
        AfterTyping.hear(field, text -> {
            if (!isShowing) {
                hand(text);
            }
        });
        field.setOnEditorActionListener((view1, action, event) -> {
            if (action == EditorInfo.IME_ACTION_NEXT || action == EditorInfo.IME_ACTION_DONE) {
                answering.next();
                return true;
            }
            return false;
        });
    }

    private void hand(String typed) {
        answering().type(path(), typed.trim().isEmpty() ? Answer.getDefaultInstance() : answer(typed));
    }

    /** The answer that was typed. */
    abstract Answer answer(String typed);

    /** The words that were typed for an answer. */
    abstract String words(Optional<Answer> answer);

    final TextInputEditText field() {
        return field;
    }

    /** A short answer needs a short field. */
    final void isNarrow() {
        ViewGroup.LayoutParams size = frame.getLayoutParams();
        size.width = getResources().getDimensionPixelSize(R.dimen.fill_number_width);
        frame.setLayoutParams(size);
    }

    final void counted(int most) {
        frame.setCounterEnabled(true);
        frame.setCounterMaxLength(most);
    }

    /** Another way to answer than typing, below the field. */
    final void picker(int words, int icon, View.OnClickListener pick) {
        MaterialButton button =
                (MaterialButton) LayoutInflater.from(body().getContext()).inflate(R.layout.fill_picker, body(), false);
        button.setText(words);
        button.setIconResource(icon);
        button.setOnClickListener(pick);
        body().addView(button);
    }

    /** Says below the field how it was understood. */
    final void understood(String words) {
        frame.setHelperText(words.isEmpty() ? null : words);
    }

    /** What stands in the field is newer than what was kept, as long as somebody types there. */
    @Override
    void showAnswer(Optional<Answer> answer) {
        String words = words(answer);
        if (!field.hasFocus() && !words.contentEquals(field.getText())) {
            isShowing = true;
            field.setText(words);
            field.setSelection(field.length());
            isShowing = false;
        }
    }

    @Override
    boolean isCleared() {
        return false;
    }

    @Override
    boolean isTyped() {
        return true;
    }
}
