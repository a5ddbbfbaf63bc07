package tsunagi.server.intake;

import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.merge.Arrival;
import tsunagi.merge.Life;
import tsunagi.merge.Merge;
import tsunagi.merge.Origin;
import tsunagi.merge.Outcome;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.LoggedChange;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.Erased;
import tsunagi.sync.v1.Verdict;

/** Says what becomes of one change, and does it: within one transaction of its team. */
final class Judge {
    private final TeamTransaction tx;
    private final RecordSchemas schemas;
    private final ChangeReader reader;
    private final Merge merge;

    Judge(TeamTransaction tx, RecordSchemas schemas, ChangeReader reader) {
        this.tx = tx;
        this.schemas = schemas;
        this.reader = reader;
        this.merge = new Merge(schemas);
    }

    /** Judges a change that just came in, and what waited for it. */
    Judged.One judge(Incoming incoming) throws SQLException {
        Judged.One one = decide(incoming, false);
        letInWaiters(incoming, one, incoming.changeId().toString());
        return one;
    }

    /** Takes an erasure in again that a restored copy lacks; it was judged before. */
    void judgeAgain(Erasure erasure) throws SQLException {
        Incoming incoming = Incoming.of(erasure, reader.read(tx.team().id(), erasure.change()));
        Judged.One one = decide(incoming, true);
        String by = incoming.changeId().toString();
        Optional<ParkedChange> parked = tx.waiting().find(incoming.changeId());
        if (parked.isPresent()) {
            // The copy is from before somebody released it.
            tx.waiting().settle(parked.get(), ParkedChange.State.RELEASED, one.verdict(), by);
        }
        RecordKey key = incoming.key(tx.team().id()).orElseThrow();
        for (UUID along : erasure.along()) {
            new Erasing(tx).eraseAlong(key.withId(along), tx.records().resolve(key));
        }
        letInWaiters(incoming, one, by);
    }

    private List<UUID> along(RecordKey key) throws SQLException {
        return tx.absorptions().family(tx.records().resolve(key).key()).stream()
                .map(RecordKey::id)
                .filter(id -> !id.equals(key.id()))
                .toList();
    }

    /** Judges a parked change again, and what waits behind it. */
    Judged.One rejudge(ParkedChange parked, String by) throws SQLException {
        Incoming incoming = Incoming.of(parked, reader.read(tx.team().id(), parked.wire()));
        Judged.One one = decide(incoming, parked.hasRightsOnceReleased());
        if (!one.verdict().hasParked()) {
            tx.waiting().settle(parked, ParkedChange.State.RELEASED, one.verdict(), by);
        }
        letInWaiters(incoming, one, by);
        return one;
    }

    /** Keeps a change aside for a person. */
    Judged.One park(Incoming incoming, Objection objection) throws SQLException {
        Optional<RecordKey> key = incoming.key(tx.team().id());
        boolean isErased =
                key.isPresent() && tx.records().resolve(key.get()).life().isErased();
        tx.waiting().park(incoming.parked(tx.team().id(), objection, !isErased));
        return new Judged.One(objection.verdict(), Optional.empty());
    }

    private Judged.One decide(Incoming incoming, boolean rightsAreGiven) throws SQLException {
        if (incoming.reading() instanceof Reading.Unreadable unreadable) {
            return park(incoming, Objection.of(unreadable));
        }
        Change change = ((Reading.Readable) incoming.reading()).change();
        RecordState target = tx.records().resolve(change.key());
        if (target.life() instanceof Life.Ended ended && ended.isErased()) {
            Erased erased = Erased.newBuilder().setReason(ended.reason()).build();
            Verdict verdict = Verdict.newBuilder().setErased(erased).build();
            log(incoming, change, authorship(incoming, change), verdict, Optional.empty(), new TreeMap<>());
            return new Judged.One(verdict, Optional.empty());
        }
        Optional<Objection> objection =
                rightsAreGiven ? Optional.empty() : tx.rights().objectionTo(incoming, change);
        if (objection.isPresent()) {
            return park(incoming, objection.get());
        }
        takePlaceOfReplaced(change);
        // Consent that is withdrawn waits for nobody.
        Optional<UUID> blocker =
                isErasing(change.action()) ? Optional.empty() : tx.waiting().blocker(incoming, change, target.exists());
        if (blocker.isPresent()) {
            return park(incoming, Objection.behind(blocker.get()));
        }
        return takeIn(incoming, change, target);
    }

    private Judged.One takeIn(Incoming incoming, Change change, RecordState target) throws SQLException {
        long revision = tx.log().nextRevision();
        long previousRevision = tx.records().get(change.key()).revision();
        Origin origin = new Origin(incoming.originDeviceId(), incoming.ordinal());
        Arrival arrival = new Arrival(change, origin, authorship(incoming, change), revision);
        Effect effect = effect(arrival, target);
        if (effect instanceof Effect.Refused refused) {
            return park(incoming, refused.objection());
        }
        Effect.Applied applied = (Effect.Applied) effect;
        Verdict verdict = applied.verdict(change.key(), previousRevision, revision);
        boolean erases = isErasing(change.action());
        Optional<ByteString> body =
                erases ? Optional.empty() : Optional.of(incoming.wire().getBody());
        log(incoming, change, arrival.by(), verdict, body, applied.results());
        if (erases) {
            tx.erasures().add(Erasure.of(tx.team().id(), incoming, along(change.key())));
        }
        Moved moved = new Moved(change.key(), previousRevision, revision, applied.asSent());
        return new Judged.One(verdict, Optional.of(moved));
    }

    private Effect effect(Arrival arrival, RecordState target) throws SQLException {
        Duplicates duplicates = new Duplicates(tx, schemas, arrival);
        return switch (arrival.change().action()) {
            case ACTION_ABSORB -> duplicates.absorb();
            case ACTION_SPLIT -> duplicates.split();
            case ACTION_EDIT, ACTION_DELETE -> {
                Outcome outcome = merge.apply(target, arrival, tx.history());
                tx.records().put(outcome.state());
                duplicates.follow(target, outcome.state());
                yield applied(arrival, outcome).withMore(duplicates.results());
            }
            case ACTION_WITHDRAW, ACTION_DESTROY -> {
                Outcome outcome = merge.apply(target, arrival, tx.history());
                new Erasing(tx).erase(outcome.state());
                yield applied(arrival, outcome);
            }
            case ACTION_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalStateException("such a change is unreadable");
        };
    }

    private Effect.Applied applied(Arrival arrival, Outcome outcome) throws SQLException {
        RecordKey own = arrival.change().key();
        RecordState speaker = tx.records().resolve(own);
        boolean isOwn = speaker.key().equals(own);
        if (!isOwn) {
            // Its author's tablet shows the change on this record until it hears of it again.
            tx.records().put(tx.records().get(own).withRevision(arrival.revision()));
        }
        boolean asSent = isOwn && outcome.asSent() && speaker.equals(outcome.state());
        return Effect.Applied.of(outcome, asSent, speaker.key());
    }

    private void log(
            Incoming incoming,
            Change change,
            Authorship by,
            Verdict verdict,
            Optional<ByteString> body,
            SortedMap<FieldPath, StampedValue> results) {
        tx.log()
                .add(new LoggedChange(
                        tx.log().nextRevision(),
                        change.changeId(),
                        change.key(),
                        change.action(),
                        incoming.originDeviceId(),
                        incoming.ordinal(),
                        incoming.carrierDeviceId(),
                        by,
                        incoming.receivedAtMs(),
                        incoming.hash(),
                        tx.log().markWith(incoming.hash(), by, verdict),
                        incoming.wire().getHeader(),
                        body,
                        results,
                        verdict));
    }

    private Authorship authorship(Incoming incoming, Change change) throws SQLException {
        Authorship.Builder by = Authorship.newBuilder()
                .setPersonId(change.authorPersonId())
                .setOriginDeviceId(Ids.toBytes(incoming.originDeviceId()))
                .setCorrectedAtMs(incoming.madeAt().atMs())
                .setClockWasWrong(incoming.madeAt().clockWasWrong());
        tx.rights().bodyOf(incoming, change).ifPresent(by::setBodyId);
        return by.build();
    }

    private void takePlaceOfReplaced(Change change) throws SQLException {
        if (change.replacesChangeId().isPresent()) {
            Optional<ParkedChange> replaced = tx.waiting()
                    .find(change.replacesChangeId().get())
                    .filter(parked -> parked.key().equals(Optional.of(change.key())));
            if (replaced.isPresent()) {
                tx.waiting().replace(replaced.get(), change.changeId());
            }
        }
    }

    /** What waited for this change can be judged now; so can what waited for its record, if that is erased. */
    private void letInWaiters(Incoming incoming, Judged.One one, String by) throws SQLException {
        Optional<RecordKey> key = incoming.key(tx.team().id());
        if (one.verdict().hasParked() || key.isEmpty()) {
            return;
        }
        List<ParkedChange> waiters = new ArrayList<>(tx.waiting().behind(key.get(), incoming.changeId()));
        RecordState speaker = tx.records().resolve(key.get());
        if (speaker.life().isErased()) {
            for (RecordKey erased : tx.absorptions().family(speaker.key())) {
                waiters.addAll(tx.waiting().of(erased));
            }
        }
        for (ParkedChange waiter : waiters) {
            // Letting one in may have let in others.
            if (tx.waiting().find(waiter.changeId()).isPresent()) {
                rejudge(waiter, by);
            }
        }
    }

    private static boolean isErasing(Action action) {
        return action == Action.ACTION_WITHDRAW || action == Action.ACTION_DESTROY;
    }
}
