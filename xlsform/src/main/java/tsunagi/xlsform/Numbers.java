package tsunagi.xlsform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** Says a number of a spreadsheet as its user sees it. */
final class Numbers {
    private static final int DIGITS = 15;
    private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,15}");

    private Numbers() {}

    static String words(double number, int format, String formatText, boolean is1904) {
        if (DateUtil.isADateFormat(format, formatText) && DateUtil.isValidExcelDate(number)) {
            return moment(number, is1904);
        }
        if (formatText != null && LEADING_ZEROS.matcher(formatText).matches() && number == Math.rint(number)) {
            return String.format("%0" + formatText.length() + "d", (long) number);
        }
        return plain(number);
    }

    static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number, new MathContext(DIGITS)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String moment(double number, boolean is1904) {
        LocalDateTime moment = DateUtil.getLocalDateTime(number, is1904, true);
        if (number < 1) {
            return moment.format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        }
        return number == Math.rint(number)
                ? moment.toLocalDate().toString()
                : moment.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
    }
}
