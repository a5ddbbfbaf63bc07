package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.TextView;
import com.google.android.material.datepicker.MaterialDatePicker;
import com.google.android.material.timepicker.MaterialTimePicker;
import com.google.android.material.timepicker.TimeFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.calendar.JapaneseDays;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A day and a time of day, taken from a calendar and then from a clock. */
final class MomentQuestion extends QuestionView {
    private final TextView row;

    MomentQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        row = (TextView) LayoutInflater.from(context).inflate(R.layout.fill_rank, body(), false);
        row.setOnClickListener(view -> pickDay());
        body().addView(row);
    }

    private void pickDay() {
        MaterialDatePicker<Long> picker =
                MaterialDatePicker.Builder.datePicker().build();
        picker.addOnPositiveButtonClickListener(
                day -> pickTime(Instant.ofEpochMilli(day).atZone(ZoneOffset.UTC).toLocalDate()));
        answering().pickers().ifPresent(pickers -> picker.show(pickers, path()));
    }

    private void pickTime(LocalDate day) {
        MaterialTimePicker picker = new MaterialTimePicker.Builder()
                .setTimeFormat(TimeFormat.CLOCK_24H)
                .build();
        picker.addOnPositiveButtonClickListener(
                view -> picked(day, LocalTime.of(picker.getHour(), picker.getMinute())));
        answering().pickers().ifPresent(pickers -> picker.show(pickers, path() + " time"));
    }

    void picked(LocalDate day, LocalTime time) {
        String moment = day.atTime(time).atZone(JapaneseDays.TIME).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        answering().answer(path(), Answer.newBuilder().setText(moment).build(), false);
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        row.setSelected(answer.isPresent());
        row.setText(
                answer.map(Answer::getText).map(this::words).orElse(getContext().getString(R.string.fill_moment_pick)));
    }

    private String words(String moment) {
        try {
            ZonedDateTime read = OffsetDateTime.parse(moment).atZoneSameInstant(JapaneseDays.TIME);
            return new TypedDay(false).inFull(read.toLocalDate())
                    + " "
                    + TypedTime.write(read.getHour(), read.getMinute());
        } catch (DateTimeException e) {
            return moment;
        }
    }
}
