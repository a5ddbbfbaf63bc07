package tsunagi.app.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagi.calendar.JapaneseDays;
import tsunagi.name.Kana;

/** What people type, in the form in which records keep it; what cannot be read stays as it was typed. */
public final class EvenText {
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})日?");

    private EvenText() {}

    public static String asTyped(String typed) {
        return typed.trim();
    }

    /** What is written one after the other into one line, each once. */
    public static List<String> list(String typed) {
        return Arrays.stream(typed.split("[、,，]", -1))
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }

    /** Half-width digits and nothing between them. */
    public static String digits(String typed) {
        return Kana.evenWidth(typed).replaceAll("[\\s‐‑–—−ー-]", "");
    }

    /** Half-width digits and hyphens. */
    public static String phone(String typed) {
        return Kana.evenWidth(typed).replaceAll("[‐‑–—−ー]", "-").replaceAll("\\s", "");
    }

    /** Hiragana, whichever kana was typed. */
    public static String reading(String typed) {
        return Kana.toHiragana(typed);
    }

    /** A day by either calendar, as YYYY-MM-DD. */
    public static String day(String typed) {
        return JapaneseDays.parse(typed).map(LocalDate::toString).orElse(typed.trim());
    }

    /** A day of the year, as MM-DD. */
    public static String monthDay(String typed) {
        String text = Kana.evenWidth(typed);
        Matcher matcher = MONTH_AND_DAY.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        try {
            return MonthDay.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                    .toString()
                    .substring(2);
        } catch (DateTimeException e) {
            return text;
        }
    }
}
