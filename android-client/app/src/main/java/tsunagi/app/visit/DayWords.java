package tsunagi.app.visit;

import android.content.res.Resources;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.calendar.JapaneseDays;

/** Days as people say them. */
final class DayWords {
    private DayWords() {}

    /** A day such as 7月26日(金); what is no day stays as it is written. */
    static String of(Resources words, String written) {
        return parse(written).map(day -> of(words, day)).orElse(written);
    }

    static String of(Resources words, LocalDate day) {
        return day.format(format(words, R.string.visit_day_pattern));
    }

    /** The same with the year, for a day that is not of these months. */
    static String withYear(Resources words, LocalDate day) {
        return day.format(format(words, R.string.visit_day_year_pattern));
    }

    /** A moment such as 7月26日(金) 10:42, in Japan. */
    static String moment(Resources words, long atMs) {
        return Instant.ofEpochMilli(atMs)
                .atZone(JapaneseDays.TIME)
                .format(format(words, R.string.visit_moment_pattern));
    }

    static Optional<LocalDate> parse(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(Resources words, int pattern) {
        Locale locale = words.getConfiguration().getLocales().get(0);
        return DateTimeFormatter.ofPattern(words.getString(pattern), locale);
    }
}
