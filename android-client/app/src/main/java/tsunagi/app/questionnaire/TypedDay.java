package tsunagi.app.questionnaire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.Answer;

/**
 * A day as an answer: what people type for it and how it is written for them.
 *
 * @param isMonth whether only its month is asked; the first of the month stands for it
 */
record TypedDay(boolean isMonth) {
    Answer answer(String typed) {
        Optional<LocalDate> day = JapaneseDays.parse(typed);
        if (isMonth && !day.isPresent()) {
            day = JapaneseDays.parse(month(typed));
        }
        return day.map(read -> Answer.newBuilder()
                        .setDateOn((isMonth ? read.withDayOfMonth(1) : read).toString())
                        .build())
                .orElseGet(() -> Answer.newBuilder().setText(typed).build());
    }

    private static String month(String typed) {
        return typed.contains("月")
                ? typed + "1日"
                : typed + (typed.contains("/") ? "/1" : typed.contains(".") ? ".1" : "-1");
    }

    Optional<LocalDate> of(Optional<Answer> answer) {
        try {
            return answer.filter(Answer::hasDateOn).map(given -> LocalDate.parse(given.getDateOn()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As it stands in the field. */
    String write(LocalDate day) {
        return isMonth
                ? String.format(Locale.ROOT, "%d/%d", day.getYear(), day.getMonthValue())
                : String.format(Locale.ROOT, "%d/%d/%d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** By both calendars. */
    String inFull(LocalDate day) {
        String byEra = JapaneseDays.format(day);
        String western = day.getYear() + "年" + day.getMonthValue() + "月";
        return isMonth
                ? western + "(" + byEra.substring(0, byEra.indexOf('月') + 1) + ")"
                : western + day.getDayOfMonth() + "日(" + byEra + ")";
    }
}
