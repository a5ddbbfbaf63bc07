package tsunagi.app.questionnaire;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people type them. */
final class TypedTime {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[::時](\\d{1,2})?分?|(\\d{1,2})(\\d{2})");

    private TypedTime() {}

    /** Reads {@code 22:30}, {@code 2230}, {@code 22時30分}, {@code 22時}, full-width or half-width. */
    static Optional<String> read(String typed) {
        Matcher written = WRITTEN.matcher(
                Normalizer.normalize(typed, Normalizer.Form.NFKC).trim());
        if (!written.matches()) {
            return Optional.empty();
        }
        boolean isDigits = written.group(1) == null;
        int hour = Integer.parseInt(isDigits ? written.group(3) : written.group(1));
        String minutes = isDigits ? written.group(4) : written.group(2);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        return hour < 24 && minute < 60 ? Optional.of(write(hour, minute)) : Optional.empty();
    }

    static String write(int hour, int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    }
}
