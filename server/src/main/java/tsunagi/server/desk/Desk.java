package tsunagi.server.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tsunagi.change.ChangeReader;
import tsunagi.change.ChangeWriter;
import tsunagi.change.Reading;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.ClockOffset;
import tsunagi.server.intake.IntakeResult;
import tsunagi.server.intake.Judged;
import tsunagi.server.intake.Submission;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Epochs;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Members;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ClockReading;
import tsunagi.sync.v1.Verdict;

/**
 * Where people write at the server itself. What they write is judged, merged and logged as if a tablet had handed it in;
 * any number of programs and servers may have a desk on one database. Thread-safe.
 */
public final class Desk {
    /** Changes that go into one transaction; beside it, tablets wait for the team. */
    private static final int CHANGES_TOGETHER = 200;
    /** Every miss means that another desk wrote meanwhile. */
    private static final int TRIES_MAX = 100;

    private final Database database;
    private final Function<Submission, IntakeResult> intake;
    private final ChangeReader reader;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final DeskDevice device;
    private final Epochs epochs;
    private final RecordRows records = new RecordRows();
    private final Members members = new Members();

    /**
     * A desk.
     *
     * @param intake takes a submission in and waits until it is on disk
     * @param ids makes UUIDv7s
     */
    public Desk(
            Database database,
            Function<Submission, IntakeResult> intake,
            ChangeReader reader,
            Clock clock,
            Supplier<UUID> ids) {
        this.database = database;
        this.intake = intake;
        this.reader = reader;
        this.clock = clock;
        this.ids = ids;
        this.device = new DeskDevice(database);
        this.epochs = new Epochs(clock, ids);
    }

    /** The record as it stands; absent when nobody said anything about it. */
    public RecordState show(RecordKey key) {
        return database.read(connection -> records.find(connection, key))
                .map(StoredRecord::toState)
                .orElseGet(() -> RecordState.absent(key));
    }

    /** Whether what this person writes in this team now would be taken in, rather than wait for a supervisor. */
    public boolean mayWrite(UUID teamId, String personId) {
        long nowMs = clock.millis();
        return database.read(connection -> members.of(connection, teamId, personId)).stream()
                .anyMatch(membership -> !membership.isRevoked() && membership.covers(nowMs));
    }

    /**
     * Writes in one team, in this order, in the name of this person.
     *
     * @return the word on each, in their order
     * @throws tsunagi.server.storage.StorageException when nobody knows what became of the last of them
     */
    public List<DeskWord> write(UUID teamId, String personId, List<DeskEdit> edits) {
        return write(teamId, personId, Optional.empty(), edits);
    }

    /**
     * The same for what belongs together; the save's id stands in every change.
     *
     * @throws tsunagi.server.storage.StorageException when nobody knows what became of the last of them
     */
    public List<DeskWord> writeTogether(UUID teamId, String personId, UUID saveId, List<DeskEdit> edits) {
        return write(teamId, personId, Optional.of(saveId), edits);
    }

    private List<DeskWord> write(UUID teamId, String personId, Optional<UUID> saveId, List<DeskEdit> edits) {
        List<DeskWord> words = new ArrayList<>(edits.size());
        for (List<DeskEdit> some : Slices.of(edits, CHANGES_TOGETHER)) {
            words.addAll(writeSome(teamId, personId, saveId, some));
        }
        return words;
    }

    /**
     * Deletes records as somebody has them before them; what somebody else moved meanwhile asks a person.
     *
     * @throws tsunagi.server.storage.StorageException when nobody knows what became of the last of them
     */
    public List<DeskWord> delete(UUID teamId, String personId, List<RecordState> seen) {
        ClockReading now = ClockReading.newBuilder().setWallMs(clock.millis()).build();
        List<DeskWord> words = new ArrayList<>(seen.size());
        for (List<RecordState> some : Slices.of(seen, CHANGES_TOGETHER)) {
            List<Change> changes =
                    some.stream().map(state -> deletion(state, personId, now)).toList();
            List<Verdict> verdicts = handIn(teamId, personId, changes);
            for (int j = 0; j < some.size(); j++) {
                words.add(word(some.get(j).key(), verdicts.get(j)));
            }
        }
        return words;
    }

    /**
     * Settles conflicts, each by somebody who had all the candidates it names before them.
     *
     * @throws tsunagi.server.storage.StorageException when nobody knows what became of the last of them
     */
    public List<DeskWord> settle(UUID teamId, String personId, UUID saveId, List<DeskDecision> decisions) {
        ClockReading now = ClockReading.newBuilder().setWallMs(clock.millis()).build();
        List<DeskWord> words = new ArrayList<>(decisions.size());
        for (List<DeskDecision> some : Slices.of(decisions, CHANGES_TOGETHER)) {
            List<Drafted> drafts = some.stream()
                    .map(decision ->
                            new Drafted(decision.key(), decision.write(ids.get(), personId, now, saveId), false))
                    .toList();
            words.addAll(handInFit(teamId, personId, drafts));
        }
        return words;
    }

    /**
     * Declares a record a duplicate of another, which stays.
     *
     * @throws tsunagi.server.storage.StorageException when nobody knows what became of it
     */
    public DeskWord absorb(String personId, RecordKey duplicate, UUID successorId) {
        return act(personId, duplicate, Action.ACTION_ABSORB, Optional.of(successorId));
    }

    /**
     * Takes back that a record is a duplicate.
     *
     * @throws tsunagi.server.storage.StorageException when nobody knows what became of it
     */
    public DeskWord split(String personId, RecordKey absorbed) {
        return act(personId, absorbed, Action.ACTION_SPLIT, Optional.empty());
    }

    private DeskWord act(String personId, RecordKey key, Action action, Optional<UUID> successorId) {
        ClockReading now = ClockReading.newBuilder().setWallMs(clock.millis()).build();
        ChangeWriter writer = ChangeWriter.change(ids.get(), key, action).by(personId, now);
        successorId.ifPresent(writer::into);
        return word(key, handIn(key.teamId(), personId, List.of(writer.write())).get(0));
    }

    private Change deletion(RecordState seen, String personId, ClockReading now) {
        ChangeWriter writer =
                ChangeWriter.change(ids.get(), seen.key(), Action.ACTION_DELETE).by(personId, now);
        seen.fields().keySet().forEach(path -> writer.saw(path, seen.stampOf(path)));
        return writer.write();
    }

    private List<DeskWord> writeSome(UUID teamId, String personId, Optional<UUID> saveId, List<DeskEdit> edits) {
        ClockReading now = ClockReading.newBuilder().setWallMs(clock.millis()).build();
        List<Drafted> drafts = edits.stream()
                .map(DeskEdit::news)
                .map(edit -> new Drafted(edit.key(), change(edit, personId, saveId, now), edit.saysNothing()))
                .toList();
        return handInFit(teamId, personId, drafts);
    }

    /** A change before it is handed in, and whether that would be for nothing. */
    private record Drafted(RecordKey key, Change change, boolean saysNothing) {}

    /** Hands in what can be kept and says something; the words stand in the order of the drafts. */
    private List<DeskWord> handInFit(UUID teamId, String personId, List<Drafted> drafts) {
        Map<Integer, DeskWord> words = new TreeMap<>();
        Map<Integer, Change> changes = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Optional<DeskWord> atOnce = wordAtOnce(drafts.get(i), teamId);
            if (atOnce.isPresent()) {
                words.put(i, atOnce.get());
            } else {
                changes.put(i, drafts.get(i).change());
            }
        }
        List<Verdict> verdicts = handIn(teamId, personId, List.copyOf(changes.values()));
        int next = 0;
        for (int i : changes.keySet()) {
            words.put(i, word(drafts.get(i).key(), verdicts.get(next++)));
        }
        return List.copyOf(words.values());
    }

    private Optional<DeskWord> wordAtOnce(Drafted draft, UUID teamId) {
        if (draft.saysNothing()) {
            return Optional.of(new DeskWord.Unchanged(draft.key()));
        }
        return reader.read(teamId, draft.change()) instanceof Reading.Unreadable unfit
                ? Optional.of(new DeskWord.Unfit(draft.key(), unfit.reason(), unfit.path(), unfit.detail()))
                : Optional.empty();
    }

    private Change change(DeskEdit edit, String personId, Optional<UUID> saveId, ClockReading now) {
        ChangeWriter writer = ChangeWriter.change(ids.get(), edit.key(), Action.ACTION_EDIT)
                .by(personId, now)
                .partOfSave(saveId)
                .sets(edit.values());
        RecordState seen = edit.seen();
        edit.values().paths().forEach(path -> writer.saw(path, seen.stampOf(path)));
        edit.cleared().forEach(path -> writer.saw(path, seen.stampOf(path)));
        return writer.write();
    }

    /** Nothing was taken of what met another desk's changes in the lane; it goes behind them, under the same ids. */
    private List<Verdict> handIn(UUID teamId, String personId, List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        for (int i = 0; i < TRIES_MAX; i++) {
            DeskDevice.Place place = device.place(teamId, personId, epochs.ensureOpen(database));
            IntakeResult result = intake.apply(new Submission(
                    teamId, place.deviceId(), place.deviceId(), ownClock(), place.nextOrdinal(), changes));
            if (result instanceof Judged judged) {
                List<Verdict> verdicts =
                        judged.changes().stream().map(Judged.One::verdict).toList();
                if (verdicts.stream().noneMatch(Verdict::hasCloned)) {
                    return verdicts;
                }
            }
        }
        throw new IllegalStateException("others wrote at the server without a pause; nothing was lost, try again");
    }

    private ClockOffset ownClock() {
        long nowMs = clock.millis();
        return new ClockOffset(nowMs, ClockReading.newBuilder().setWallMs(nowMs).build());
    }

    private static DeskWord word(RecordKey key, Verdict verdict) {
        return switch (verdict.getOutcomeCase()) {
            case ACCEPTED, MERGED, CONFLICTED -> new DeskWord.Taken(key, verdict);
            case PARKED ->
                new DeskWord.Parked(
                        key,
                        verdict.getParked().getReason(),
                        verdict.getParked().getDetail());
            case ERASED -> new DeskWord.Erased(key);
            case CLONED, DROPPED, OUTCOME_NOT_SET ->
                throw new IllegalStateException("no word on what was just written: " + verdict.getOutcomeCase());
        };
    }
}
