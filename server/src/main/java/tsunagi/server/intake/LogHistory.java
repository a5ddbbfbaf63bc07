package tsunagi.server.intake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.Reading;
import tsunagi.merge.History;
import tsunagi.merge.Origin;
import tsunagi.merge.PastChange;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.storage.StorageException;
import tsunagi.server.team.Team;

/** A team's past, as its log tells it within one transaction. */
final class LogHistory implements History {
    private final WorkingLog log;
    private final WaitingRoom waiting;
    private final Team team;
    private final ChangeReader reader;
    private final Map<UUID, Optional<PastChange>> known = new HashMap<>();

    LogHistory(WorkingLog log, WaitingRoom waiting, Team team, RecordSchemas schemas) {
        this.log = log;
        this.waiting = waiting;
        this.team = team;
        // What was taken in once is readable, whatever the limits are today.
        this.reader = new ChangeReader(schemas, new ChangeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Override
    public Optional<PastChange> find(UUID changeId) {
        Optional<PastChange> found = known.get(changeId);
        if (found == null) {
            found = read(changeId);
            if (found.isPresent()) {
                known.put(changeId, found);
            }
        }
        return found;
    }

    @Override
    public boolean isUnheardOf(UUID changeId) {
        try {
            return find(changeId).isEmpty() && !waiting.everHeld(changeId);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    @Override
    public boolean standsAsRestored(long revision) {
        return revision <= team.restoredHead();
    }

    /** Forgets what it read, because some of it was erased or folded again. */
    void forget() {
        known.clear();
    }

    PastChange past(LoggedChange logged) {
        return new PastChange(
                logged.revision(),
                new Origin(logged.originDeviceId(), logged.ordinal()),
                change(logged),
                logged.by(),
                logged.results());
    }

    private Optional<PastChange> read(UUID changeId) {
        try {
            return log.find(changeId).map(this::past);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private Change change(LoggedChange logged) {
        if (reader.read(team.id(), logged.wire()) instanceof Reading.Readable readable) {
            return readable.change();
        }
        throw new IllegalStateException("change " + logged.changeId() + " was taken in and cannot be read any more");
    }
}
