package tsunagi.app.kiosk;

import java.util.Locale;

/** How the pages around a form speak to respondents. */
enum Speech {
    JAPANESE,
    EASY_JAPANESE,
    ENGLISH;

    /**
     * The one that goes best with a language of a form. Somebody who reads neither Japanese nor English is likelier to read easy
     * Japanese, which says how its characters are read.
     *
     * @param language as the form calls it, such as {@code 日本語 (ja)} or {@code easy}
     */
    static Speech with(String language) {
        String name = language.toLowerCase(Locale.ROOT);
        if (name.contains("やさしい") || name.contains("easy") || name.contains("にほんご")) {
            return EASY_JAPANESE;
        }
        if (name.contains("english") || name.contains("英語") || isTagged(name, "en")) {
            return ENGLISH;
        }
        return name.isEmpty() || name.contains("日本語") || name.contains("japanese") || isTagged(name, "ja")
                ? JAPANESE
                : EASY_JAPANESE;
    }

    private static boolean isTagged(String name, String tag) {
        return name.equals(tag) || name.endsWith("(" + tag + ")");
    }

    Locale locale() {
        return this == ENGLISH ? Locale.ENGLISH : Locale.JAPAN;
    }
}
