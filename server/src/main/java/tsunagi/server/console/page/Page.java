package tsunagi.server.console.page;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagi.calendar.JapaneseDays;
import tsunagi.server.team.Team;
import tsunagi.server.words.Language;

/**
 * A page as somebody asked for it: what all templates know.
 *
 * @param viewer who looks; empty before anybody has signed in
 * @param team the team that the address names, if the viewer is its とりまとめ担当
 * @param path the address asked for, without what stands behind the question mark
 * @param query what stands behind it, as it came; empty when nothing does
 * @param notice what was just done
 */
public record Page(
        Optional<Viewer> viewer,
        Optional<Team> team,
        Language language,
        String path,
        String query,
        Optional<Notice> notice) {
    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("uuuu年M月d日（E）", Locale.JAPANESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_JA = DateTimeFormatter.ofPattern("uuuu年M月d日（E）H:mm", Locale.JAPANESE);
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, H:mm", Locale.ENGLISH);

    /** The word for this key, from words/FEATURE_ja.properties or _en, FEATURE being what stands before the first dot. */
    public String say(String key, Object... parts) {
        return ConsoleWords.of(language).say(key, parts);
    }

    /** The address of something in the team: {@code in("/conflicts")}. */
    public String in(String rest) {
        return "/teams/" + team.orElseThrow().id() + rest;
    }

    /** Whether the address asked for is this one or one below it. */
    public boolean isAt(String rest) {
        String address = in(rest);
        return rest.isEmpty() ? path.equals(address) : path.equals(address) || path.startsWith(address + "/");
    }

    /** This same page, to come back to. */
    public String here() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    public boolean isJapanese() {
        return language == Language.JAPANESE;
    }

    /** The language as HTML names it. */
    public String languageTag() {
        return isJapanese() ? "ja" : "en";
    }

    public String day(LocalDate day) {
        return (isJapanese() ? DAY_JA : DAY_EN).format(day);
    }

    /** A day as records hold it, YYYY-MM-DD; as it stands when it is none. */
    public String day(String day) {
        return JapaneseDays.parse(day).map(this::day).orElse(day);
    }

    /** A moment, on Japanese clocks. */
    public String time(long atMs) {
        return (isJapanese() ? TIME_JA : TIME_EN)
                .format(Instant.ofEpochMilli(atMs).atZone(JapaneseDays.TIME));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    /** The sections of a team, in the order in which they stand. */
    public List<Section> sections() {
        return List.of(Section.values());
    }
}
