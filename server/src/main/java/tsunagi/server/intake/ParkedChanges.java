package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.sync.v1.Verdict;

/** The changes that wait for a person, and what a person can do about them. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class ParkedChanges {
    /** Those of a team that wait, in the order they came. */
    public List<ParkedChange> waiting(Connection connection, UUID teamId) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets a parked change in: it is judged again, and so is everything behind it, in order. Rights that were missing
     * are given by the person who releases it.
     *
     * @return the new word on it (Parked again when something else is wrong); empty when no such change waits
     */
    public Optional<Verdict> release(UUID teamId, UUID changeId, String personId) {
        throw new UnsupportedOperationException();
    }

    /** Lets go of a parked change; its bytes stay. What waits behind it goes on waiting for a person. */
    public Optional<Verdict> drop(UUID teamId, UUID changeId, String personId) {
        throw new UnsupportedOperationException();
    }
}
