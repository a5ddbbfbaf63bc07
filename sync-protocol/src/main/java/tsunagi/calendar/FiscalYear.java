package tsunagi.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fiscal year (年度), April to March.
 *
 * @param startingYear the calendar year in which it begins
 */
public record FiscalYear(int startingYear) {
    private static final Pattern WRITTEN =
            Pattern.compile("(明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr]|)(\\d{1,4}|元)(?:年度|年|FY|)", Pattern.CASE_INSENSITIVE);

    /** Below this a number is no calendar year. */
    private static final int CALENDAR_YEAR_MIN = 1868;

    public static FiscalYear of(LocalDate day) {
        boolean isBeforeApril = day.getMonthValue() < Month.APRIL.getValue();
        return new FiscalYear(isBeforeApril ? day.getYear() - 1 : day.getYear());
    }

    /** Reads {@code 2024}, {@code 2024年度}, {@code 令和6年度}, {@code R6}. */
    public static Optional<FiscalYear> parse(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).trim().replaceAll("\\s", "");
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = matcher.group(2).equals("元") ? 1 : Integer.parseInt(matcher.group(2));
        Optional<Integer> year = matcher.group(1).isEmpty()
                ? Optional.of(number).filter(calendarYear -> calendarYear >= CALENDAR_YEAR_MIN)
                : Era.named(matcher.group(1)).flatMap(era -> era.calendarYear(number));
        return year.map(FiscalYear::new);
    }

    public LocalDate firstDay() {
        return LocalDate.of(startingYear, Month.APRIL, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusYears(1).minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** As people say it, such as 令和6年度. The year that began before an era and ended in it bears the era's name (令和元年度). */
    public String words() {
        return Era.of(lastDay())
                .map(era -> era.yearOfEra(startingYear) < 1
                        ? Era.of(firstDay()).map(first -> JapaneseDays.yearOf(first, startingYear))
                        : Optional.of(JapaneseDays.yearOf(era, startingYear)))
                .flatMap(words -> words)
                .map(words -> words + "度")
                .orElse(startingYear + "年度");
    }

    @Override
    public String toString() {
        return startingYear + "年度";
    }
}
