package tsunagi.server.duplicate;

import java.util.HashSet;
import java.util.Set;
import tsunagi.name.NameKey;

/** How much of two texts is the same, by the pairs of letters that stand beside each other in them. */
final class SharedText {
    private static final int LENGTH_MIN = 8;
    private static final int BEGINNING_MAX = 400;
    private static final double SAME_FROM = 0.6;
    private static final double OTHER_BELOW = 0.2;

    private SharedText() {}

    static boolean isSame(String one, String other) {
        return isLong(one) && isLong(other) && share(one, other) >= SAME_FROM;
    }

    static boolean isOther(String one, String other) {
        return isLong(one) && isLong(other) && share(one, other) < OTHER_BELOW;
    }

    private static boolean isLong(String text) {
        return text.length() >= LENGTH_MIN;
    }

    private static double share(String one, String other) {
        Set<String> left = pairs(one);
        Set<String> right = pairs(other);
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return left.isEmpty() || right.isEmpty() ? 0 : 2.0 * both.size() / (left.size() + right.size());
    }

    private static Set<String> pairs(String text) {
        String even = NameKey.withLegalForm(text.substring(0, Math.min(text.length(), BEGINNING_MAX)))
                .text();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= even.length(); i++) {
            pairs.add(even.substring(i, i + 2));
        }
        return pairs;
    }
}
