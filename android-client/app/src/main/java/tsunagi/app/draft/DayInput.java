package tsunagi.app.draft;

import android.app.DatePickerDialog;
import android.content.Context;
import android.text.Editable;
import android.text.InputType;
import android.widget.EditText;
import com.google.android.material.textfield.TextInputLayout;
import com.google.protobuf.Message;
import java.time.LocalDate;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.calendar.JapaneseDays;
import tsunagi.change.FieldPath;

/** A day, typed by either calendar or picked; how it was read stands below it. */
public final class DayInput {
    private final Context context;
    private final LocalDate today;
    private final DayWords words;

    public DayInput(Context context) {
        this.context = context;
        this.today = TsunagiApp.parts(context).today();
        this.words = new DayWords(context, today);
    }

    /** A day of the record itself. */
    public void add(DraftForm form, int id, Message now, int number) {
        read(form.text(id, now, number, InputType.TYPE_CLASS_TEXT, EvenText::day));
    }

    /** Any day that has its place in the draft. */
    public void add(DraftForm form, int id, FieldPath path, String label, String value, Consumer<String> entered) {
        read(form.text(
                id, path, label, value, InputType.TYPE_CLASS_TEXT, typed -> entered.accept(EvenText.day(typed))));
    }

    private void read(TextInputLayout layout) {
        EditText text = layout.getEditText();
        layout.setPlaceholderText(context.getString(R.string.edit_day_example));
        layout.setEndIconMode(TextInputLayout.END_ICON_CUSTOM);
        layout.setEndIconDrawable(R.drawable.ic_day);
        layout.setEndIconContentDescription(R.string.edit_day_pick);
        layout.setEndIconOnClickListener(tap -> pick(text));
        read(layout, text.getText().toString());
        text.addTextChangedListener(new Typed() {
            @Override
            public void afterTextChanged(Editable typed) {
                read(layout, typed.toString());
            }
        });
    }

    private void read(TextInputLayout layout, String typed) {
        layout.setHelperText(
                JapaneseDays.parse(typed).map(words::byBothCalendars).orElse(""));
    }

    private void pick(EditText text) {
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
