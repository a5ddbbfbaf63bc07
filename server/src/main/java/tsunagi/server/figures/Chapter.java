package tsunagi.server.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the board of figures, in the order in which they stand. */
public enum Chapter {
    PLAN,
    LATE,
    APPROACH,
    VISIT,
    REACH,
    COVERAGE,
    WORKSHOP,
    CONSULTATION,
    QUESTIONNAIRE,
    BEFORE_AFTER,
    SATISFACTION,
    REFERRAL,
    ACTION,
    FOLLOW_UP,
    HOURS,
    RATING;

    /** As addresses name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name. */
    String word() {
        return "chapter." + name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<Chapter> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
