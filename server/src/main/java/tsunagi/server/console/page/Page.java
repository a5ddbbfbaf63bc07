package tsunagi.server.console.page;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagi.server.team.Team;
import tsunagi.server.words.DayWords;
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
        return language.code();
    }

    /** What days and times are called. */
    public DayWords days() {
        return DayWords.in(language);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    /** The sections of a team, in the order in which they stand. */
    public List<Section> sections() {
        return List.of(Section.values());
    }
}
