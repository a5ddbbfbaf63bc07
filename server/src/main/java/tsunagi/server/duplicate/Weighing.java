package tsunagi.server.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two records being weighed against each other: each reason that holds brings its points, for or against. */
final class Weighing {
    private final List<Reason> reasons = new ArrayList<>();
    private int points;

    Weighing when(boolean holds, Reason reason, int itsPoints) {
        if (holds) {
            reasons.add(reason);
            points += itsPoints;
        }
        return this;
    }

    /** A value that both records have: the one reason when it is equal, the other when it is not. */
    Weighing either(String one, String other, Reason same, int samePoints, Reason differs, int differsPoints) {
        if (one.isEmpty() || other.isEmpty()) {
            return this;
        }
        return one.equals(other) ? when(true, same, samePoints) : when(true, differs, differsPoints);
    }

    /** A value that speaks only when both records have it and differ in it. */
    Weighing against(String one, String other, Reason differs, int itsPoints) {
        return when(!one.isEmpty() && !other.isEmpty() && !one.equals(other), differs, itsPoints);
    }

    Likeness likeness() {
        reasons.sort(Comparator.comparing(Reason::isAgainst));
        return new Likeness(Math.max(0, Math.min(Likeness.SCORE_MAX, points)), reasons);
    }
}
