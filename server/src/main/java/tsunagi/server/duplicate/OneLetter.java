package tsunagi.server.duplicate;

import java.util.LinkedHashSet;
import java.util.Set;

/** Slips of one letter: one too many, one too few, another one, or two that changed places. */
final class OneLetter {
    /** In shorter names one letter is too much of them. */
    static final int LENGTH_MIN = 4;
    /** Of a longer name only the beginning is looked at to find it; all of it is compared. */
    private static final int BEGINNING_MAX = 10;

    private OneLetter() {}

    /** Whether a slip of one letter makes the one of the other; a digit is never a slip, 第1 and 第2 are two places. */
    static boolean apart(String one, String other) {
        if (one.equals(other) || Math.min(one.length(), other.length()) < LENGTH_MIN) {
            return false;
        }
        int start = commonStart(one, other);
        int end = commonEnd(one, other, start);
        String left = one.substring(start, one.length() - end);
        String right = other.substring(start, other.length() - end);
        boolean isOneOther = left.length() <= 1 && right.length() <= 1;
        boolean isSwap = left.length() == 2
                && new StringBuilder(left).reverse().toString().equals(right);
        boolean isSlip = isOneOther || isSwap;
        return isSlip
                && (left + right).codePoints().noneMatch(c -> Character.isDigit(c) || "一二三四五六七八九十".indexOf(c) >= 0);
    }

    /** The name, and the name without each of its letters in turn: names one slip apart have one of these in common. */
    static Set<String> neighbours(String name) {
        Set<String> neighbours = new LinkedHashSet<>();
        neighbours.add(name);
        for (int i = 0; name.length() >= LENGTH_MIN && i < Math.min(name.length(), BEGINNING_MAX); i++) {
            neighbours.add(name.substring(0, i) + name.substring(i + 1));
        }
        return neighbours;
    }

    private static int commonStart(String one, String other) {
        int start = 0;
        while (start < one.length() && start < other.length() && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        return start;
    }

    private static int commonEnd(String one, String other, int start) {
        int end = 0;
        while (end < one.length() - start
                && end < other.length() - start
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return end;
    }
}
