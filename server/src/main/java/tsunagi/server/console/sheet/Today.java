package tsunagi.server.console.sheet;

import java.time.Clock;
import java.time.LocalDate;
import tsunagi.calendar.JapaneseDays;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;

/** The day of a paper. */
final class Today {
    private Today() {}

    /** The day it is in Japan. */
    static LocalDate by(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME);
    }

    /** As it stands on a paper, which is in Japanese whatever the console speaks. */
    static String words(Clock clock) {
        return DayWords.in(Language.JAPANESE).day(by(clock));
    }
}
