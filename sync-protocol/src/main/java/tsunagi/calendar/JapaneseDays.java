package tsunagi.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people in Japan write them, by the Western calendar or by eras (和暦). */
public final class JapaneseDays {
    /** The time by which days begin and end in Japan. */
    public static final ZoneId TIME = ZoneId.of("Asia/Tokyo");

    private static final String ERA = "明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr]";

    /** A weekday behind the day, or a time of midnight that a spreadsheet puts there. */
    private static final String BEHIND = "(?:\\([月火水木金土日](?:曜日?)?\\)|[T ]00?:00(?::00(?:\\.0+)?)?)?";

    private static final Pattern WESTERN =
            Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?" + BEHIND);
    private static final Pattern DIGITS_ONLY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern BY_ERA =
            Pattern.compile("(" + ERA + ")\\.?(\\d{1,2}|元)(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?" + BEHIND);

    private JapaneseDays() {}

    /**
     * Reads a day: {@code 2024-07-26}, {@code 2024/7/26}, {@code 2024年7月26日(金)}, {@code 20240726}, {@code 令和6年7月26日},
     * {@code 令和元年5月1日}, {@code R6.7.26}, full-width or half-width. An era counts to the end of its last year, since papers were printed before it
     * ended.
     */
    public static Optional<LocalDate> parse(String written) {
        String text = plain(written);
        Matcher western = WESTERN.matcher(text);
        if (western.matches()) {
            return day(number(western, 1), number(western, 2), number(western, 3));
        }
        Matcher digits = DIGITS_ONLY.matcher(text);
        if (digits.matches()) {
            return day(number(digits, 1), number(digits, 2), number(digits, 3));
        }
        Matcher byEra = BY_ERA.matcher(text);
        if (!byEra.matches()) {
            return Optional.empty();
        }
        int yearOfEra = byEra.group(2).equals("元") ? 1 : number(byEra, 2);
        return Era.named(byEra.group(1))
                .flatMap(era -> era.calendarYear(yearOfEra))
                .flatMap(year -> day(year, number(byEra, 3), number(byEra, 4)));
    }

    /** A day in full, such as 令和6年7月26日; by the Western calendar when it is before all eras. */
    public static String format(LocalDate day) {
        return year(day) + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** A day in short, such as R6.7.26. */
    public static String formatShort(LocalDate day) {
        String rest = "." + day.getMonthValue() + "." + day.getDayOfMonth();
        return Era.of(day)
                .map(era -> era.letter() + Integer.toString(era.yearOfEra(day.getYear())) + rest)
                .orElse(day.getYear() + rest);
    }

    private static String year(LocalDate day) {
        return Era.of(day).map(era -> yearOf(era, day.getYear())).orElse(day.getYear() + "年");
    }

    /** A year of an era in words; its first is 元年. */
    static String yearOf(Era era, int calendarYear) {
        int year = era.yearOfEra(calendarYear);
        return era.word() + (year == 1 ? "元" : Integer.toString(year)) + "年";
    }

    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .trim()
                .replace('ー', '-')
                .replace('−', '-')
                .replace('‐', '-')
                .replaceAll("(?<=\\D)\\s+|\\s+(?=\\D)", "");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int dayOfMonth) {
        try {
            return Optional.of(LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
