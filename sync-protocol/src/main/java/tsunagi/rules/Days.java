package tsunagi.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import tsunagi.calendar.FiscalYear;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.Program;

/** Days and times as records hold them, and how they make sense together. */
final class Days {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    /** A day as YYYY-MM-DD; empty for anything else. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time as HH:MM; empty for anything else. */
    static Optional<LocalTime> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text, TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean isMonthDay(String text) {
        // In a leap year, so that 02-29 is one.
        return day("2024-" + text).isPresent();
    }

    /** The day in Japan at a moment. */
    static LocalDate inJapan(long epochMs) {
        return Instant.ofEpochMilli(epochMs).atZone(JapaneseDays.TIME).toLocalDate();
    }

    /** True when both can be read and the end is before the beginning. */
    static boolean isReversed(String from, String until) {
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(until);
        return first.isPresent() && last.isPresent() && last.get().isBefore(first.get());
    }

    /** An error when something ends before it begins. */
    static void requireOrder(
            Findings found, String from, String until, String untilField, String japanese, String english) {
        if (isReversed(from, until)) {
            found.error(
                    untilField,
                    "order",
                    japanese + "(" + until + " が " + from + " より前になっています)。日付を確かめてください。",
                    english + " (" + until + " is before " + from + "). Check the dates.");
        }
    }

    /** A warning when a day that belongs to another comes before it. */
    static void expectOrder(
            Findings found, String from, String until, String untilField, String japanese, String english) {
        found.warnIf(
                isReversed(from, until),
                untilField,
                "order",
                japanese + "(" + until + " が " + from + " より前になっています)。日付を確かめてください。",
                english + " (" + until + " is before " + from + "). Check the dates.");
    }

    /** An error when an end is not after its beginning, on one day. */
    static void requireTimeOrder(Findings found, String startsAt, String endsAt, String endField) {
        Optional<LocalTime> start = time(startsAt);
        Optional<LocalTime> end = time(endsAt);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            found.error(
                    endField,
                    "order",
                    "終わりの時刻 " + endsAt + " が始まり " + startsAt + " より後になっていません。時刻を確かめてください。",
                    "The end " + endsAt + " is not after the beginning " + startsAt + ". Check the times.");
        }
    }

    /** A warning when what counts for a programme happened outside of its fiscal year. */
    static void expectInProgramme(Findings found, String day, String field, String programId, RuleContext others) {
        Optional<LocalDate> parsed = day(day);
        Optional<Program> program =
                others.find(Program.getDefaultInstance(), programId).filter(Program::hasFiscalYear);
        if (!parsed.isPresent() || !program.isPresent()) {
            return;
        }
        FiscalYear year = new FiscalYear(program.get().getFiscalYear());
        found.warnIf(
                !year.contains(parsed.get()),
                field,
                "outside_fiscal_year",
                "日付 " + day + "(" + JapaneseDays.format(parsed.get()) + ")が、事業「"
                        + program.get().getName() + "」の年度(" + year.words() + ")の外です。日付か事業を確かめてください。",
                "The day " + day + " is outside of fiscal year " + year.startingYear()
                        + " of the programme. Check the day" + " or the programme.");
    }
}
