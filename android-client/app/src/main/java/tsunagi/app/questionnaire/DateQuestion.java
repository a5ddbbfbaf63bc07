package tsunagi.app.questionnaire;

import android.content.Context;
import com.google.android.material.datepicker.MaterialDatePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A day, typed by the Western calendar or by eras, or taken from a calendar; below it stands how it was understood. */
final class DateQuestion extends TypedQuestion {
    private final TypedDay day;

    DateQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        day = new TypedDay(asked.appearance().contains("month-year"));
        isNarrow();
        field().setHint(day.isMonth() ? R.string.fill_month_hint : R.string.fill_date_hint);
        if (answering.pickers().isPresent()) {
            picker(R.string.fill_date_pick, R.drawable.ic_today, view -> pick());
        }
    }

    private void pick() {
        LocalDate shown = day.of(asked().answer()).orElse(answering().today());
        MaterialDatePicker<Long> picker = MaterialDatePicker.Builder.datePicker()
                .setSelection(shown.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .build();
        picker.addOnPositiveButtonClickListener(this::picked);
        answering().pickers().ifPresent(pickers -> picker.show(pickers, path()));
    }

    void picked(long dayMs) {
        field().setText(day.write(
                Instant.ofEpochMilli(dayMs).atZone(ZoneOffset.UTC).toLocalDate()));
    }

    @Override
    Answer answer(String typed) {
        return day.answer(typed);
    }

    @Override
    String words(Optional<Answer> answer) {
        return day.of(answer).map(day::write).orElseGet(() -> answer.map(Answer::getText)
                .orElse(""));
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        super.showAnswer(answer);
        understood(day.of(answer).map(day::inFull).orElse(""));
    }
}
