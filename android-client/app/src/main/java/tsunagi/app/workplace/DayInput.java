package tsunagi.app.workplace;

import android.app.DatePickerDialog;
import android.content.Context;
import android.text.Editable;
import android.text.InputType;
import android.widget.EditText;
import com.google.android.material.textfield.TextInputLayout;
import com.google.protobuf.Message;
import java.time.LocalDate;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.app.workplace.EditActivity.Inputs;
import tsunagi.calendar.JapaneseDays;

/** A day, typed by either calendar or picked; how it was read stands below it. */
final class DayInput {
    private DayInput() {}

    static <M extends Message> void add(Context context, Inputs<M> inputs, int id, int number) {
        TextInputLayout layout = inputs.form().text(id, inputs.now(), number, InputType.TYPE_CLASS_TEXT, EvenText::day);
        EditText text = layout.getEditText();
        LocalDate today = TsunagiApp.parts(context).today();
        DayWords words = new DayWords(context, today);
        layout.setPlaceholderText(context.getString(R.string.edit_day_example));
        layout.setEndIconMode(TextInputLayout.END_ICON_CUSTOM);
        layout.setEndIconDrawable(R.drawable.ic_day);
        layout.setEndIconContentDescription(R.string.edit_day_pick);
        layout.setEndIconOnClickListener(tap -> pick(context, text, today));
        read(layout, words, text.getText().toString());
        text.addTextChangedListener(new Typed() {
            @Override
            public void afterTextChanged(Editable typed) {
                read(layout, words, typed.toString());
            }
        });
    }

    private static void read(TextInputLayout layout, DayWords words, String typed) {
        layout.setHelperText(
                JapaneseDays.parse(typed).map(words::byBothCalendars).orElse(""));
    }

    private static void pick(Context context, EditText text, LocalDate today) {
        LocalDate shown = JapaneseDays.parse(text.getText().toString()).orElse(today);
        new DatePickerDialog(
                        context,
                        (picker, year, month, day) ->
                                text.setText(LocalDate.of(year, month + 1, day).toString()),
                        shown.getYear(),
                        shown.getMonthValue() - 1,
                        shown.getDayOfMonth())
                .show();
    }
}
