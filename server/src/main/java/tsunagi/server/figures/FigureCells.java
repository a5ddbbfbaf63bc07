package tsunagi.server.figures;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tsunagi.server.figures.FigureCell.Look;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;

/** Writes figures into cells, in one language. */
final class FigureCells {
    private static final double PERCENT = 100;

    private final FigureWords words;
    private final DayWords days;

    FigureCells(Language language) {
        this.words = FigureWords.in(language);
        this.days = DayWords.in(language);
    }

    FigureCell count(long count) {
        return new FigureCell(
                NumberFormat.getIntegerInstance(Locale.ROOT).format(count),
                "",
                OptionalDouble.of((double) count),
                Long.toString(count),
                Look.PLAIN);
    }

    FigureCell count(long count, Unit unit) {
        FigureCell plain = count(count);
        return new FigureCell(plain.text(), words.say(unit.word()), plain.value(), plain.download(), Look.PLAIN);
    }

    FigureCell count(OptionalLong count) {
        return count.isPresent() ? count(count.getAsLong()) : nothing();
    }

    FigureCell count(OptionalLong count, Unit unit) {
        return count.isPresent() ? count(count.getAsLong(), unit) : nothing();
    }

    /** A count that stands out unless it is zero: what came after closing, what is overdue. */
    FigureCell standingOut(OptionalLong count, Unit unit) {
        FigureCell plain = count(count, unit);
        return count.orElse(0) == 0
                ? plain
                : new FigureCell(plain.text(), plain.unit(), plain.value(), plain.download(), Look.LATE);
    }

    /** A share of 1, in percent. */
    FigureCell rate(OptionalDouble rate) {
        if (rate.isEmpty()) {
            return nothing();
        }
        String text = percent(rate.getAsDouble());
        return new FigureCell(
                text, "", OptionalDouble.of(Math.round(rate.getAsDouble() * PERCENT * 10) / 10.0), text, Look.PLAIN);
    }

    FigureCell rate(long part, long whole) {
        return rate(whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(1.0 * part / whole));
    }

    /** So many of so many; its value is the share in percent. */
    FigureCell share(long part, OptionalLong whole) {
        if (whole.isEmpty() || whole.getAsLong() == 0) {
            String text = part + " / " + words.say("nothing");
            String download = part == 0 ? "" : words.say("coverage.of_unknown", part);
            return new FigureCell(
                    part == 0 ? words.say("nothing") : text, "", OptionalDouble.empty(), download, Look.NOTHING);
        }
        return new FigureCell(
                part + " / " + whole.getAsLong(),
                "",
                OptionalDouble.of(Math.round(PERCENT * 10 * part / whole.getAsLong()) / 10.0),
                // Spreadsheets take 3/61 for a day.
                words.say("coverage.of", part, whole.getAsLong()),
                Look.PLAIN);
    }

    FigureCell decimal(double value, String unit) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return new FigureCell(text, unit, OptionalDouble.of(Double.parseDouble(text)), text, Look.PLAIN);
    }

    FigureCell decimal(OptionalDouble value) {
        return value.isPresent() ? decimal(value.getAsDouble(), "") : nothing();
    }

    FigureCell minutes(long minutes) {
        return new FigureCell(
                days.minutes(minutes),
                "",
                OptionalDouble.of(Math.round(minutes / 6.0) / 10.0),
                Long.toString(minutes),
                Look.PLAIN);
    }

    FigureCell text(String text) {
        return new FigureCell(text, "", OptionalDouble.empty(), text, Look.WORDS);
    }

    /** What nobody counted or planned, which is not zero. */
    FigureCell nothing() {
        return new FigureCell(words.say("nothing"), "", OptionalDouble.empty(), "", Look.NOTHING);
    }

    FigureCell hidden() {
        return new FigureCell(words.say("hidden"), "", OptionalDouble.empty(), words.say("hidden"), Look.HIDDEN);
    }

    static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f%%", rate * PERCENT);
    }
}
