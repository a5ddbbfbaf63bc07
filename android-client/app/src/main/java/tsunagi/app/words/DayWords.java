package tsunagi.app.words;

import android.content.Context;
import android.content.res.Resources;
import android.text.format.DateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tsunagi.app.R;
import tsunagi.calendar.FiscalYear;
import tsunagi.calendar.JapaneseDays;

/** How days and years are written for whoever reads the screen. */
public final class DayWords {
    private final Resources resources;
    private final LocalDate today;
    private final Locale locale;

    public DayWords(Context context, LocalDate today) {
        this.resources = context.getResources();
        this.today = today;
        this.locale = resources.getConfiguration().getLocales().get(0);
    }

    /** A day with its weekday, and with the year where it is not this one: 7月26日(金). */
    public String day(LocalDate day) {
        boolean isThisYear = day.getYear() == today.getYear();
        return format(day, isThisYear ? "MMMdEEE" : "yyyyMMMdEEE");
    }

    /** A day with its weekday and always with the year: 2024年7月26日(金). */
    public String withYear(LocalDate day) {
        return format(day, "yyyyMMMdEEE");
    }

    /** A day as it is kept; what is no day as it stands there. */
    public String day(String kept) {
        return kept.length() == 10 ? JapaneseDays.parse(kept).map(this::day).orElse(kept) : kept;
    }

    /** Today, tomorrow and yesterday by these words too. */
    public String near(LocalDate day) {
        if (day.equals(today)) {
            return withWord(R.string.word_today, day);
        } else if (day.equals(today.plusDays(1))) {
            return withWord(R.string.word_tomorrow, day);
        }
        return day.equals(today.minusDays(1)) ? withWord(R.string.word_yesterday, day) : day(day);
    }

    private String withWord(int word, LocalDate day) {
        return resources.getString(R.string.word_day_with_words, resources.getString(word), day(day));
    }

    /** A day by both calendars: 2024年7月26日(令和6年7月26日). */
    public String byBothCalendars(LocalDate day) {
        return format(day, "yyyyMMMd") + " (" + JapaneseDays.format(day) + ")";
    }

    /** A fiscal year by both calendars: 2024年度(令和6年度). */
    public String fiscalYear(int startingYear) {
        return resources.getString(R.string.word_fiscal_year, startingYear, new FiscalYear(startingYear).words());
    }

    /** A moment, by the minute. */
    public String moment(long epochMs) {
        var time = Instant.ofEpochMilli(epochMs).atZone(JapaneseDays.TIME);
        return day(time.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern("H:mm", locale).format(time);
    }

    private String format(LocalDate day, String skeleton) {
        return DateTimeFormatter.ofPattern(DateFormat.getBestDateTimePattern(locale, skeleton), locale)
                .format(day);
    }
}
