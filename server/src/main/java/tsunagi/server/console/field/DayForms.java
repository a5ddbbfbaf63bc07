package tsunagi.server.console.field;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times as people type them, and as records keep them. */
final class DayForms {
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:時](\\d{2})分?");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})日?");

    private DayForms() {}

    /** Whether an input for days can show it; an empty one can. */
    static boolean isDay(String kept) {
        return kept.isEmpty() || day(kept).filter(kept::equals).isPresent();
    }

    static boolean isTime(String kept) {
        return kept.isEmpty() || time(kept).filter(kept::equals).isPresent();
    }

    /** 2024-07-08; empty when it is no day. */
    static Optional<String> day(String typed) {
        Matcher parts = DAY.matcher(narrow(typed));
        return read(parts, () -> LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
                .toString());
    }

    /** 09:30; empty when it is no time. */
    static Optional<String> time(String typed) {
        Matcher parts = TIME.matcher(narrow(typed));
        return read(
                parts, () -> LocalTime.of(number(parts, 1), number(parts, 2)).toString());
    }

    /** 10-01; empty when it is no day of a year. */
    static Optional<String> monthDay(String typed) {
        Matcher parts = MONTH_DAY.matcher(narrow(typed));
        return read(
                parts,
                () -> MonthDay.of(number(parts, 1), number(parts, 2)).toString().substring(2));
    }

    /** Full-width digits and signs as half-width ones. */
    static String narrow(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).strip();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static Optional<String> read(Matcher parts, Supplier<String> value) {
        try {
            return parts.matches() ? Optional.of(value.get()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
