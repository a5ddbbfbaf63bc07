package tsunagi.trials.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.Reading;
import tsunagi.merge.Arrival;
import tsunagi.merge.History;
import tsunagi.merge.Merge;
import tsunagi.merge.Origin;
import tsunagi.merge.Outcome;
import tsunagi.merge.PastChange;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.LoggedChange;

/**
 * A record folded anew from what the log holds of it, apart from the server's transactions and caches. It tells of
 * records that were never merged with others, in a team that was never set back: what those became depends on more than
 * their own log.
 */
final class LogFold implements History {
    private final RecordSchemas schemas = RecordSchemas.standard();
    private final Merge merge = new Merge(schemas);
    private final ChangeReader reader =
            new ChangeReader(schemas, new ChangeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
    private final Map<UUID, PastChange> past = new HashMap<>();

    RecordState fold(RecordKey key, List<LoggedChange> log) {
        RecordState state = RecordState.absent(key);
        for (LoggedChange logged : log) {
            Change change = ((Reading.Readable) reader.read(key.teamId(), logged.wire())).change();
            Origin origin = new Origin(logged.originDeviceId(), logged.ordinal());
            Arrival arrival = new Arrival(change, origin, logged.by(), logged.revision());
            Outcome outcome = merge.apply(state, arrival, this);
            past.put(
                    logged.changeId(),
                    new PastChange(logged.revision(), origin, change, logged.by(), outcome.results()));
            state = outcome.state();
        }
        return state;
    }

    @Override
    public Optional<PastChange> find(UUID changeId) {
        return Optional.ofNullable(past.get(changeId));
    }

    @Override
    public boolean isUnheardOf(UUID changeId) {
        return !past.containsKey(changeId);
    }

    @Override
    public boolean standsAsRestored(long revision) {
        return false;
    }
}
