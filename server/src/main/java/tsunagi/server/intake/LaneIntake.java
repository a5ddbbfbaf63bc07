package tsunagi.server.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.Change;
import tsunagi.change.Reading;
import tsunagi.record.RecordSchemas;
import tsunagi.server.intake.WorkingLanes.WorkingLane;
import tsunagi.sync.v1.Cloned;
import tsunagi.sync.v1.Verdict;

/** Takes consecutive changes of lanes in, within one transaction: tells what is new from what came before. */
final class LaneIntake {
    private static final Judged.One CLONED = new Judged.One(
            Verdict.newBuilder().setCloned(Cloned.getDefaultInstance()).build(), Optional.empty());

    private final TeamTransaction tx;
    private final RecordSchemas schemas;
    private final Judge judge;
    private final Map<UUID, StoredVerdict> known = new HashMap<>();

    LaneIntake(TeamTransaction tx, RecordSchemas schemas, Judge judge) {
        this.tx = tx;
        this.schemas = schemas;
        this.judge = judge;
    }

    /** Looks up in few statements what these changes are about to need one by one. */
    void prepare(List<Incoming> incoming) throws SQLException {
        Set<UUID> changeIds = new TreeSet<>();
        List<Change> changes = new ArrayList<>();
        for (Incoming one : incoming) {
            changeIds.add(one.changeId());
            if (one.reading() instanceof Reading.Readable readable) {
                changes.add(readable.change());
            }
        }
        known.putAll(StoredVerdicts.find(tx.connection(), tx.team().id(), changeIds));
        tx.lanes().preload(incoming.stream().map(Incoming::originDeviceId).collect(Collectors.toSet()));
        tx.records().preload(changes.stream().map(Change::key).toList());
        tx.derivedKeys().preload(changes, schemas);
    }

    IntakeResult take(long firstOrdinal, List<Incoming> incoming) throws SQLException {
        if (incoming.isEmpty()) {
            return new Judged(List.of());
        }
        WorkingLane lane = tx.lanes().of(incoming.get(0).originDeviceId());
        if (firstOrdinal > lane.nextOrdinal()) {
            return new IntakeResult.Gap(lane.nextOrdinal());
        }
        List<Judged.One> ones = new ArrayList<>(incoming.size());
        boolean isCloned = false;
        for (Incoming one : incoming) {
            Judged.One word = isCloned ? CLONED : take(lane, one);
            isCloned = word.verdict().hasCloned();
            ones.add(word.at(one.ordinal()));
        }
        return new Judged(ones);
    }

    /** The word on changes that come after one whose ordinal holds something else. */
    static Judged cloned(List<Incoming> incoming) {
        return new Judged(incoming.stream().map(one -> CLONED.at(one.ordinal())).toList());
    }

    private Judged.One take(WorkingLane lane, Incoming incoming) throws SQLException {
        boolean isNext = incoming.ordinal() == lane.nextOrdinal();
        boolean mayBeThere = !isNext || incoming.ordinal() <= lane.lastLogged();
        Optional<StoredVerdict> there = mayBeThere ? storedAt(incoming) : Optional.empty();
        if (there.isPresent() && !there.get().isOf(incoming)) {
            return CLONED;
        }
        // An ordinal that was declared gone may turn up after all.
        Judged.One one = there.isPresent() ? again(there.get()) : takeUnlessKnown(incoming);
        if (isNext) {
            lane.advance(incoming.changeId());
        }
        return one;
    }

    private Judged.One takeUnlessKnown(Incoming incoming) throws SQLException {
        StoredVerdict before = known.get(incoming.changeId());
        if (before == null) {
            Judged.One one = judge.judge(incoming);
            known.put(
                    incoming.changeId(),
                    new StoredVerdict(
                            incoming.changeId(),
                            incoming.originDeviceId(),
                            incoming.ordinal(),
                            incoming.hash(),
                            one.verdict()));
            return one;
        }
        return before.isOf(incoming) ? takeRenumbered(incoming, before) : takeUnderOtherId(incoming);
    }

    /** A renewed tablet hands in under a new lane what came under its old one already. */
    private Judged.One takeRenumbered(Incoming incoming, StoredVerdict before) throws SQLException {
        if (!before.isAt(incoming.originDeviceId(), incoming.ordinal())) {
            tx.lanes().putRepeat(incoming.originDeviceId(), incoming.ordinal(), before.changeId());
        }
        return again(before);
    }

    private Judged.One takeUnderOtherId(Incoming incoming) throws SQLException {
        Incoming other = incoming.underOtherId();
        known.putAll(StoredVerdicts.find(tx.connection(), tx.team().id(), List.of(other.changeId())));
        return takeUnlessKnown(other);
    }

    private Optional<StoredVerdict> storedAt(Incoming incoming) throws SQLException {
        StoredVerdict before = known.get(incoming.changeId());
        if (before != null && before.isAt(incoming.originDeviceId(), incoming.ordinal())) {
            return Optional.of(before);
        }
        tx.log().flush();
        return StoredVerdicts.at(tx.connection(), tx.team().id(), incoming.originDeviceId(), incoming.ordinal());
    }

    private static Judged.One again(StoredVerdict before) {
        return new Judged.One(before.verdict(), Optional.empty());
    }
}
