package tsunagi.app.workplace;

import android.content.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.records.v1.BusySeason;

/** Days of the year between which one stays away. */
final class BusyTimes {
    private BusyTimes() {}

    /** Both ends are within it; it may run over the end of the year. */
    static boolean isWithin(BusySeason season, LocalDate day) {
        Optional<MonthDay> from = parse(season.getFromMonthDay());
        Optional<MonthDay> until = parse(season.getUntilMonthDay());
        if (!from.isPresent() || !until.isPresent()) {
            return false;
        }
        MonthDay asked = MonthDay.from(day);
        boolean isAfterBegin = !asked.isBefore(from.get());
        boolean isBeforeEnd = !asked.isAfter(until.get());
        return from.get().isAfter(until.get()) ? isAfterBegin || isBeforeEnd : isAfterBegin && isBeforeEnd;
    }

    static Optional<MonthDay> parse(String monthDay) {
        try {
            return Optional.of(MonthDay.parse("--" + monthDay));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String words(Context context, String monthDay) {
        return parse(monthDay)
                .map(day -> context.getString(R.string.workplace_month_day, day.getMonthValue(), day.getDayOfMonth()))
                .orElse(monthDay);
    }
}
