package tsunagi.server.export;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tsunagi.calendar.JapaneseDays;

/** Cells as text files hold them. */
final class CellText {
    /** What makes a spreadsheet take a cell for a formula, as typed on Japanese keyboards too. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private CellText() {}

    /** As it stands in a CSV file: what could be taken for a formula begins with an apostrophe, numbers are numbers. */
    static String csv(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return defused(text.text());
        } else if (cell instanceof Cell.Choice choice) {
            return defused(choice.word());
        } else if (cell instanceof Cell.Number number) {
            return number.number().toPlainString();
        } else if (cell instanceof Cell.Day day) {
            return day.day().toString();
        }
        return cell instanceof Cell.Moment moment ? moment(moment.epochMs()) : "";
    }

    static String defused(String text) {
        boolean isDangerous = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return isDangerous ? "'" + text : text;
    }

    /** In Japan, by the minute. */
    private static String moment(long epochMs) {
        return MOMENT.format(Instant.ofEpochMilli(epochMs).atZone(JapaneseDays.TIME));
    }
}
