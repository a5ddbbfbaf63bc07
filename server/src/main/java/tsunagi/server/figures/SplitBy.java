package tsunagi.server.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way in which the figures of work are divided. */
public enum SplitBy {
    TOTAL,
    PROGRAM,
    MUNICIPALITY,
    BODY,
    THEME,
    INDUSTRY,
    SIZE;

    /** As views and addresses name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is none. */
    public static Optional<SplitBy> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
