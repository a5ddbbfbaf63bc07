package tsunagi.server.intake;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.merge.Absorption;
import tsunagi.merge.Absorption.Decision;
import tsunagi.merge.Absorption.Joined;
import tsunagi.merge.Arrival;
import tsunagi.merge.Merge;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.server.intake.Absorptions.Absorbed;
import tsunagi.sync.v1.ParkReason;

/**
 * What one change does to records that are one and the same: makes them one, because a person says so or because their
 * natural keys came to name the same things, or takes that back.
 */
final class Duplicates {
    private final TeamTransaction tx;
    private final RecordSchemas schemas;
    private final Merge merge;
    private final Absorption absorption;
    private final Arrival arrival;
    private final TreeMap<FieldPath, StampedValue> results = new TreeMap<>();
    /** Records whose key may have come to be another's. */
    private final Deque<RecordKey> suspects = new ArrayDeque<>();

    Duplicates(TeamTransaction tx, RecordSchemas schemas, Arrival arrival) {
        this.tx = tx;
        this.schemas = schemas;
        this.merge = new Merge(schemas);
        this.absorption = new Absorption(schemas);
        this.arrival = arrival;
    }

    /** The change says that its record is a duplicate. */
    Effect absorb() throws SQLException {
        Change change = arrival.change();
        RecordState record = tx.records().get(change.key());
        RecordState successor =
                tx.records().resolve(change.key().withId(change.successorId().orElseThrow()));
        if (record.life().successor().isPresent()) {
            return absorbAgain(record, successor);
        }
        if (!record.exists() || !record.life().isAlive()) {
            return notApplicable("the record to be absorbed does not exist or has ended");
        }
        if (!successor.exists() || !successor.life().isAlive()) {
            return notApplicable("the successor does not exist or has ended");
        }
        if (successor.key().equals(record.key())) {
            return notApplicable("a record cannot absorb itself");
        }
        join(successor, record, Decision.BY_A_PERSON);
        uniteSuspects();
        boolean asSent =
                tx.records().get(change.key()).equals(record.with(change).withRevision(arrival.revision()));
        return Effect.Applied.ofDuplicates(asSent, change.key(), results);
    }

    /** Two people found the same duplicate; if they chose differently, a person has to look again. */
    private Effect absorbAgain(RecordState record, RecordState successor) throws SQLException {
        RecordState speaker = tx.records().resolve(record.key());
        if (!speaker.key().equals(successor.key())) {
            return notApplicable("it was absorbed into " + speaker.key().id() + " meanwhile");
        }
        tx.records().put(record.withRevision(arrival.revision()));
        return Effect.Applied.ofDuplicates(false, record.key(), results);
    }

    /** The change says that its record is no duplicate after all. */
    Effect split() throws SQLException {
        RecordKey key = arrival.change().key();
        Optional<Absorbed> absorbed = tx.absorptions().find(key);
        if (absorbed.isEmpty()) {
            return notApplicable("the record is not absorbed");
        }
        Set<RecordKey> families = new LinkedHashSet<>();
        takeBack(absorbed.get(), families);
        new Refolding(tx, merge, absorption, arrival).refold(families);
        suspects.addAll(families);
        uniteSuspects();
        return Effect.Applied.ofDuplicates(false, key, results);
    }

    /** A record was edited: its key may have come to be another's. */
    void follow(RecordState before, RecordState after) throws SQLException {
        Optional<RecordSchema> schema = schemas.find(after.key().type());
        boolean mayMatter = schema.isPresent()
                && after.life().isAlive()
                && schema.get().naturalKey().stream()
                        .map(field -> FieldPath.field(field.getNumber()))
                        .anyMatch(path ->
                                !before.life().isAlive() || !before.field(path).equals(after.field(path)));
        if (mayMatter) {
            tx.derivedKeys().put(before, after, schema.get());
            suspects.add(after.key());
            uniteSuspects();
        }
    }

    SortedMap<FieldPath, StampedValue> results() {
        return results;
    }

    private void uniteSuspects() throws SQLException {
        while (!suspects.isEmpty()) {
            RecordKey suspect = suspects.remove();
            for (RecordKey other : tx.derivedKeys().sameAs(suspect)) {
                unite(suspect, other);
            }
        }
    }

    /** The older of the two speaks for both. */
    private void unite(RecordKey one, RecordKey other) throws SQLException {
        RecordState first = tx.records().get(one);
        RecordState second = tx.records().get(other);
        if (!first.life().isAlive() || !second.life().isAlive()) {
            return;
        }
        boolean firstIsOlder = tx.log().firstRevision(one) < tx.log().firstRevision(other);
        join(firstIsOlder ? first : second, firstIsOlder ? second : first, Decision.BY_CONSEQUENCE);
    }

    private void join(RecordState successor, RecordState record, Decision decision) throws SQLException {
        Joined joined = absorption.join(successor, record, arrival, tx.history(), decision);
        tx.records().put(joined.successor());
        tx.records().put(joined.absorbed());
        joined.results().forEach(results::putIfAbsent);
        tx.absorptions()
                .add(new Absorbed(
                        record.key(), successor.key().id(), arrival.change().changeId(), decision));
        suspects.addAll(tx.derivedKeys().refer(tx.absorptions().family(record.key())));
    }

    /** Takes an absorption back, and those that followed from it; {@code families} gathers all whom it concerns. */
    private void takeBack(Absorbed absorbed, Set<RecordKey> families) throws SQLException {
        RecordKey speaker = tx.records().resolve(absorbed.record()).key();
        families.addAll(tx.absorptions().family(speaker));
        tx.absorptions().remove(absorbed.record());
        Collection<RecordKey> holders = tx.derivedKeys().refer(tx.absorptions().family(absorbed.record()));
        for (Absorbed consequence : consequences(holders)) {
            boolean stillOne = tx.derivedKeys()
                    .keyId(consequence.record())
                    .equals(tx.derivedKeys().keyId(consequence.successor()));
            // An erased record has nothing left that could be folded again.
            boolean isErased = tx.records().resolve(consequence.record()).life().isErased();
            if (!stillOne
                    && !isErased
                    && tx.absorptions().find(consequence.record()).isPresent()) {
                takeBack(consequence, families);
            }
        }
    }

    private List<Absorbed> consequences(Collection<RecordKey> holders) throws SQLException {
        List<Absorbed> consequences = new ArrayList<>();
        for (RecordKey holder : holders) {
            tx.absorptions().find(holder).ifPresent(consequences::add);
            consequences.addAll(tx.absorptions().into(holder));
        }
        consequences.removeIf(absorbed -> absorbed.decision() != Decision.BY_CONSEQUENCE);
        return consequences;
    }

    private static Effect notApplicable(String detail) {
        return new Effect.Refused(Objection.of(ParkReason.PARK_REASON_NOT_APPLICABLE, detail));
    }
}
