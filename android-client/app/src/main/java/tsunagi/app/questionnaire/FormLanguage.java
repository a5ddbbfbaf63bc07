package tsunagi.app.questionnaire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language of a form, such as {@code やさしい日本語 (ja-x-easy)}.
 *
 * @param name as the form calls it
 * @param label as people call it
 * @param tag its language tag; empty when the form gives none
 */
record FormLanguage(String name, String label, String tag) {
    private static final Pattern WITH_TAG = Pattern.compile("(.*?)\\s*[((]([A-Za-z][A-Za-z0-9-]*)[))]\\s*");

    static FormLanguage of(String name) {
        Matcher written = WITH_TAG.matcher(name);
        return written.matches()
                ? new FormLanguage(name, written.group(1), written.group(2))
                : new FormLanguage(name, name, "");
    }

    /** The language of a form that people of this tongue read; empty when it has none. */
    static Optional<String> of(List<String> languages, Locale tongue) {
        return languages.stream()
                .filter(name -> of(name).isSpoken(tongue) && !of(name).isEasy())
                .findFirst();
    }

    /** やさしい日本語, for people who are learning it. */
    boolean isEasy() {
        return tag.toLowerCase(Locale.ROOT).contains("easy") || label.startsWith("やさしい");
    }

    private boolean isSpoken(Locale tongue) {
        return Locale.forLanguageTag(tag).getLanguage().equals(tongue.getLanguage());
    }

    /** In which language the buttons around the questions speak; empty when that of the tablet. */
    Optional<Locale> locale() {
        if (isEasy()) {
            return Optional.of(Locale.JAPAN);
        }
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale);
    }
}
