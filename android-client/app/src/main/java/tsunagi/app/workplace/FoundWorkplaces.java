package tsunagi.app.workplace;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.user.User;
import tsunagi.engine.lookup.Found;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Workplace;

/**
 * The workplaces that fit what was typed, in the team of whoever holds the tablet.
 *
 * @param hasTeam false when nobody holds the tablet, so that there is no team to search
 */
record FoundWorkplaces(String typed, boolean hasTeam, List<Line> lines, int more) {
    /** Nobody reads further down than this; more is found by typing more. */
    private static final int SHOWN_MAX = 60;

    /** One of them. */
    record Line(RecordKey key, Workplace workplace) {}

    static FoundWorkplaces of(Parts parts, String typed) {
        Optional<User> user = parts.users().current();
        if (!user.isPresent()) {
            return new FoundWorkplaces(typed, false, Collections.emptyList(), 0);
        }
        Found found = parts.tablet().lookup().workplaces(user.get().teamId(), typed, SHOWN_MAX);
        List<Line> lines = found.shown().stream()
                .map(view -> new Line(view.key(), view.as(Workplace.getDefaultInstance())))
                .collect(Collectors.toList());
        return new FoundWorkplaces(typed, true, lines, found.total() - lines.size());
    }
}
