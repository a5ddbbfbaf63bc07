package tsunagi.server.export;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in one column of one row. */
public sealed interface Cell {
    Cell BLANK = new Blank();

    /** Nothing was said. */
    record Blank() implements Cell {}

    /** Words, as somebody wrote them or as they are shown. */
    record Text(String text) implements Cell {}

    record Number(BigDecimal number) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /** A moment, in milliseconds since 1970 UTC. */
    record Moment(long epochMs) implements Cell {}

    /**
     * One of a column's choices.
     *
     * @param word what people call it
     * @param code what stays the same in every language
     */
    record Choice(String word, String code) implements Cell {}

    static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    static Cell number(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    /** A number with a fraction; what is no number as it stands. */
    static Cell number(double number) {
        if (!Double.isFinite(number)) {
            return new Text(Double.toString(number));
        }
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return new Number(exact.scale() < 0 ? exact.setScale(0) : exact);
    }
}
