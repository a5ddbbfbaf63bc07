package tsunagi.server.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.merge.Absorption;
import tsunagi.merge.Absorption.Joined;
import tsunagi.merge.Arrival;
import tsunagi.merge.History;
import tsunagi.merge.Merge;
import tsunagi.merge.Outcome;
import tsunagi.merge.PastChange;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.Absorptions.Absorbed;
import tsunagi.server.storage.LoggedChange;

/**
 * Folds records again from what was said under their own ids, because one of them no longer speaks for another.
 * Absorptions that still hold are folded in where they happened.
 */
final class Refolding implements History {
    private final TeamTransaction tx;
    private final Merge merge;
    private final Absorption absorption;
    private final Arrival cause;
    private final Map<RecordKey, RecordState> states = new LinkedHashMap<>();
    /** The past as it would have been; what it lacks is as the log has it. */
    private final Map<UUID, PastChange> refolded = new HashMap<>();

    Refolding(TeamTransaction tx, Merge merge, Absorption absorption, Arrival cause) {
        this.tx = tx;
        this.merge = merge;
        this.absorption = absorption;
        this.cause = cause;
    }

    /** One thing that happened to the records: a change of theirs, or an absorption that followed from some change. */
    private record Event(LoggedChange change, Optional<Absorbed> absorbed) {}

    void refold(Collection<RecordKey> records) throws SQLException {
        records.forEach(key -> states.put(key, RecordState.absent(key)));
        for (Event event : events(records)) {
            if (event.absorbed().isPresent()) {
                join(event.change(), event.absorbed().get());
            } else {
                apply(event.change());
            }
        }
        for (RecordState state : states.values()) {
            RecordState before = tx.records().get(state.key());
            if (!state.withRevision(before.revision()).equals(before)
                    || state.key().equals(cause.change().key())) {
                tx.records().put(state.withRevision(cause.revision()));
            }
        }
        for (PastChange past : refolded.values()) {
            tx.log().replaceResults(past.revision(), past.results());
        }
        tx.history().forget();
    }

    private List<Event> events(Collection<RecordKey> records) throws SQLException {
        List<Event> events = new ArrayList<>();
        for (RecordKey key : records) {
            for (LoggedChange logged : tx.log().of(key)) {
                events.add(new Event(logged, Optional.empty()));
            }
            Optional<Absorbed> absorbed = tx.absorptions().find(key);
            if (absorbed.isPresent()) {
                LoggedChange cause = tx.log().find(absorbed.get().changeId()).orElseThrow();
                events.add(new Event(cause, absorbed));
            }
        }
        // A change comes before what followed from it.
        events.sort(Comparator.<Event>comparingLong(event -> event.change().revision())
                .thenComparing(event -> event.absorbed().isPresent()));
        return events;
    }

    private void apply(LoggedChange logged) {
        PastChange past = tx.history().past(logged);
        if (!logged.verdict().hasErased() && movesOneRecord(past.change())) {
            Outcome outcome = merge.apply(resolve(logged.key()), arrival(past), this);
            states.put(outcome.state().key(), outcome.state());
            past = withResults(past, outcome.results());
        }
        refolded.put(logged.changeId(), past);
    }

    private void join(LoggedChange logged, Absorbed absorbed) {
        PastChange past = refolded.getOrDefault(logged.changeId(), tx.history().past(logged));
        Joined joined = absorption.join(
                resolve(absorbed.successor()), states.get(absorbed.record()), arrival(past), this, absorbed.decision());
        states.put(joined.successor().key(), joined.successor());
        states.put(joined.absorbed().key(), joined.absorbed());
        TreeMap<FieldPath, StampedValue> results = new TreeMap<>(past.results());
        results.putAll(joined.results());
        refolded.put(logged.changeId(), withResults(past, results));
    }

    private static boolean movesOneRecord(Change change) {
        return switch (change.action()) {
            case ACTION_EDIT, ACTION_DELETE, ACTION_WITHDRAW, ACTION_DESTROY -> true;
            case ACTION_ABSORB, ACTION_SPLIT, ACTION_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }

    private static Arrival arrival(PastChange past) {
        return new Arrival(past.change(), past.origin(), past.by(), past.revision());
    }

    private static PastChange withResults(PastChange past, SortedMap<FieldPath, StampedValue> results) {
        return new PastChange(past.revision(), past.origin(), past.change(), past.by(), results);
    }

    private RecordState resolve(RecordKey key) {
        RecordState state = states.get(key);
        for (Optional<UUID> successor = state.life().successor();
                successor.isPresent();
                successor = state.life().successor()) {
            state = states.get(key.withId(successor.get()));
        }
        return state;
    }

    @Override
    public Optional<PastChange> find(UUID changeId) {
        PastChange past = refolded.get(changeId);
        return past != null ? Optional.of(past) : tx.history().find(changeId);
    }

    @Override
    public boolean isUnheardOf(UUID changeId) {
        return tx.history().isUnheardOf(changeId);
    }

    @Override
    public boolean standsAsRestored(long revision) {
        return tx.history().standsAsRestored(revision);
    }
}
