package tsunagi.app.workplace;

import android.content.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Workplace;

/**
 * A workplace in a few words, as one wants them before going there.
 *
 * @param name never empty
 * @param calls reading and other names
 * @param work what is done there
 * @param seasons when to stay away
 * @param isBusyNow whether it is such a time today
 * @param closed since when it is closed; empty while it exists
 */
record Sketch(String name, String calls, String work, List<String> seasons, boolean isBusyNow, String closed) {
    static Sketch of(Context context, Workplace workplace, LocalDate today) {
        String between = context.getString(R.string.word_between);
        List<String> calls = new ArrayList<>();
        calls.add(workplace.getNameReading());
        calls.addAll(workplace.getAliasesList());
        List<String> work = new ArrayList<>();
        work.add(
                workplace.getIndustry() == Industry.INDUSTRY_UNSPECIFIED
                        ? ""
                        : new FieldWords(context).value(workplace.getIndustry().getValueDescriptor()));
        work.add(workplace.getBusiness());
        return new Sketch(
                workplace.getName().isEmpty() ? context.getString(R.string.word_untitled) : workplace.getName(),
                join(calls, between),
                join(work, between),
                workplace.getBusySeasonsMap().values().stream()
                        .map(season -> words(context, season))
                        .collect(Collectors.toList()),
                workplace.getBusySeasonsMap().values().stream().anyMatch(season -> BusyTimes.isWithin(season, today)),
                workplace.getClosedOn().isEmpty() ? "" : new DayWords(context, today).day(workplace.getClosedOn()));
    }

    private static String join(List<String> texts, String between) {
        return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
    }

    private static String words(Context context, BusySeason season) {
        String time = context.getString(
                R.string.workplace_season,
                BusyTimes.words(context, season.getFromMonthDay()),
                BusyTimes.words(context, season.getUntilMonthDay()));
        return season.getReason().isEmpty()
                ? time
                : context.getString(R.string.word_day_with_words, time, season.getReason());
    }
}
