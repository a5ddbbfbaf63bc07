package tsunagi.server.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import tsunagi.calendar.FiscalYear;
import tsunagi.calendar.JapaneseDays;

/** How days, times, years and lengths of time are written, in one language; times are those of Japan. Thread-safe. */
public final class DayWords {
    private static final int MINUTES_IN_AN_HOUR = 60;
    private static final DayWords JAPANESE = new DayWords(Language.JAPANESE);
    private static final DayWords ENGLISH = new DayWords(Language.ENGLISH);

    private final Phrases phrases;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayWithWeekday;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter monthDay;

    private DayWords(Language language) {
        this.phrases = Phrases.in(language);
        this.day = format(language, "day");
        this.dayWithWeekday = format(language, "day_with_weekday");
        this.moment = format(language, "moment");
        this.monthDay = format(language, "month_day");
    }

    public static DayWords in(Language language) {
        return language == Language.JAPANESE ? JAPANESE : ENGLISH;
    }

    /** A day: 2024年7月8日. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** A day as records keep it, {@code 2024-07-08}; what is no day as it stands there. */
    public String day(String kept) {
        return parse(kept, LocalDate::parse, day);
    }

    /** A day with its weekday: 2024年7月8日（月）. */
    public String dayWithWeekday(LocalDate date) {
        return dayWithWeekday.format(date);
    }

    /** A day as records keep it, with its weekday; what is no day as it stands there. */
    public String dayWithWeekday(String kept) {
        return parse(kept, LocalDate::parse, dayWithWeekday);
    }

    /** A day of every year, kept as {@code 10-01}: 10月1日. */
    public String monthDay(String kept) {
        return parse(kept, text -> MonthDay.parse("--" + text), monthDay);
    }

    /** A moment by the minute: 2024年7月8日（月）10:42. */
    public String moment(long epochMs) {
        return moment.format(inJapan(epochMs));
    }

    /** The day on which a moment lies in Japan. */
    public static LocalDate dayOf(long epochMs) {
        return inJapan(epochMs).toLocalDate();
    }

    /** A length of time: 1時間30分. */
    public String minutes(long minutes) {
        long hours = minutes / MINUTES_IN_AN_HOUR;
        long rest = minutes % MINUTES_IN_AN_HOUR;
        if (hours == 0) {
            return phrases.of("minutes", rest);
        }
        return rest == 0 ? phrases.of("hours", hours) : phrases.of("hours_and_minutes", hours, rest);
    }

    /** A fiscal year by both calendars: 2024年度（令和6年度）. */
    public String fiscalYear(int startingYear) {
        return phrases.of("fiscal_year", Integer.toString(startingYear), new FiscalYear(startingYear).words());
    }

    private static ZonedDateTime inJapan(long epochMs) {
        return Instant.ofEpochMilli(epochMs).atZone(JapaneseDays.TIME);
    }

    private static DateTimeFormatter format(Language language, String name) {
        return DateTimeFormatter.ofPattern(Phrases.in(language).of("pattern." + name), language.locale());
    }

    private static String parse(String kept, Function<String, TemporalAccessor> parser, DateTimeFormatter format) {
        try {
            return format.format(parser.apply(kept));
        } catch (DateTimeParseException e) {
            return kept;
        }
    }
}
