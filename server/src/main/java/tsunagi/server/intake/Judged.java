package tsunagi.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.sync.v1.Verdict;

/** A submission that was judged change by change; what was taken in is on disk. */
public record Judged(List<One> changes) implements IntakeResult {
    /** The word on one change, and the record it moved just now; a repeat moves nothing. */
    public record One(Verdict verdict, Optional<Moved> moved) {
        One at(long ordinal) {
            return new One(verdict.toBuilder().setOrdinal(ordinal).build(), moved);
        }
    }

    /** True when an ordinal was used for something else: from there on nothing was taken. */
    boolean isCloned() {
        return !changes.isEmpty() && changes.get(changes.size() - 1).verdict().hasCloned();
    }

    /** The word on these changes and on those that came right after them. */
    IntakeResult then(IntakeResult rest) {
        if (!(rest instanceof Judged more)) {
            return rest;
        }
        List<One> all = new ArrayList<>(changes);
        all.addAll(more.changes);
        return new Judged(all);
    }
}
