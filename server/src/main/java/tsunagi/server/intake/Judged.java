package tsunagi.server.intake;

import java.util.List;
import java.util.Optional;
import tsunagi.sync.v1.Verdict;

/** A submission that was judged change by change; what was taken in is on disk. */
public record Judged(List<One> changes) implements IntakeResult {
    /** The word on one change, and the record it moved just now; a repeat moves nothing. */
    public record One(Verdict verdict, Optional<Moved> moved) {}
}
