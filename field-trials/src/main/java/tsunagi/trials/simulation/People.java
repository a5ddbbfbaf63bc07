package tsunagi.trials.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.RecordType;
import tsunagi.sync.v1.Action;

/** The people of a run, who write on tablets, mostly about the same few things; and the onlooker who notes it down. */
final class People {
    private static final List<String> WORKSHOPS = List.of(new UUID(0x7000, 201).toString());
    private static final int PARTICIPANTS_MAX = 4;
    private static final int RECORDS_OF_A_TYPE_MAX = 3;
    private static final List<Integer> TYPES = List.of(
            RecordType.RECORD_TYPE_VISIT_VALUE,
            RecordType.RECORD_TYPE_VISIT_VALUE,
            RecordType.RECORD_TYPE_PARTICIPANT_VALUE,
            RecordType.RECORD_TYPE_ATTENDANCE_VALUE,
            RecordType.RECORD_TYPE_ATTENDANCE_VALUE,
            RecordType.RECORD_TYPE_RESPONSE_VALUE,
            Vocabulary.FUTURE_TYPE);

    private final Dice dice;
    private final Ledger ledger;
    private final ChangeReader reader = new ChangeReader(RecordSchemas.standard(), ChangeLimits.STANDARD);
    private int tokens;

    People(Dice dice, Ledger ledger) {
        this.dice = dice;
        this.ledger = ledger;
    }

    /** Somebody picks up the tablet and does one thing. */
    void use(SimulatedTablet at) {
        int what = dice.below(100);
        if (what < 60) {
            write(at);
        } else if (what < 72) {
            leaveADraftOrComeBackToOne(at);
        } else if (what < 82) {
            decideAConflict(at);
        } else if (what < 88) {
            end(at, dice.percent(65) ? Action.ACTION_DELETE : Action.ACTION_WITHDRAW);
        } else if (what < 92) {
            mergeDuplicates(at);
        } else if (what < 94) {
            splitDuplicates(at);
        } else {
            correctWhatIsParked(at);
        }
    }

    private String somebody() {
        return dice.percent(25) ? Office.SUPERVISOR : dice.pick(Office.MEMBERS);
    }

    private void write(SimulatedTablet at) {
        Draft draft = beginDraft(at);
        SimulatedTablet.OpenDraft open = note(at, draft);
        for (int i = dice.between(1, 3); i > 0; i--) {
            writeOneField(at, draft, open);
        }
        save(at, draft, open);
    }

    private Draft beginDraft(SimulatedTablet at) {
        Tablet tablet = at.tablet();
        UUID team = dice.pick(Office.TEAMS);
        int type = dice.pick(TYPES);
        List<RecordView> known = tablet.listAll(team).stream()
                .filter(view -> view.key().type() == type)
                .toList();
        if (type == RecordType.RECORD_TYPE_ATTENDANCE_VALUE) {
            return tablet.create(team, attendance(tablet, team));
        }
        boolean makesANewOne = known.isEmpty() || (known.size() < RECORDS_OF_A_TYPE_MAX && dice.percent(20));
        return makesANewOne
                ? tablet.create(team, type)
                : tablet.edit(dice.pick(known).key());
    }

    private Attendance attendance(Tablet tablet, UUID team) {
        List<String> participants = new ArrayList<>(tablet.list(team, RecordType.RECORD_TYPE_PARTICIPANT_VALUE).stream()
                .map(view -> view.key().id().toString())
                .limit(PARTICIPANTS_MAX)
                .toList());
        participants.add(new UUID(0x7000, 301).toString());
        return Attendance.newBuilder()
                .setWorkshopId(dice.pick(WORKSHOPS))
                .setParticipantId(dice.pick(participants))
                .build();
    }

    /** The onlooker notes a draft that was just begun, with what it was begun with. */
    private static SimulatedTablet.OpenDraft note(SimulatedTablet at, Draft draft) {
        RecordState onScreen = at.tablet().show(draft.key()).state();
        Map<FieldPath, Saved.Seen> seen = new LinkedHashMap<>();
        draft.entered().keySet().forEach(path -> seen.put(path, seen(onScreen, path)));
        return new SimulatedTablet.OpenDraft(draft.id(), draft.key(), seen);
    }

    private void writeOneField(SimulatedTablet at, Draft draft, SimulatedTablet.OpenDraft open) {
        RecordKey key = draft.key();
        FieldPath path = Vocabulary.pick(dice, key.type());
        Saved.Seen onScreen = seen(at.tablet().show(key).state(), path);
        open.seen().putIfAbsent(path, onScreen);
        if (dice.percent(10)) {
            draft.clear(path);
        } else {
            String token = "t" + tokens++;
            ByteString known = open.seen().get(path).value();
            draft.set(path, Vocabulary.write(dice, key.type(), path, known, token));
        }
    }

    private static Saved.Seen seen(RecordState state, FieldPath path) {
        boolean isShown = state.life().isAlive();
        ByteString value = state.field(path)
                .filter(field -> isShown)
                .map(StampedValue::value)
                .orElse(ByteString.EMPTY);
        return new Saved.Seen(value, state.stampOf(path));
    }

    private void save(SimulatedTablet at, Draft draft, SimulatedTablet.OpenDraft open) {
        at.tablet().save(draft, somebody()).forEach(saved -> noteSaved(at, saved, open.seen(), Set.of()));
    }

    private void noteSaved(SimulatedTablet at, SavedChange saved, Map<FieldPath, Saved.Seen> seen, Set<UUID> settled) {
        Change change = ((Reading.Readable) reader.read(saved.key().teamId(), saved.wire())).change();
        Map<FieldPath, ByteString> values = new LinkedHashMap<>();
        change.touched().forEach(path -> values.put(path, change.values().get(path)));
        ledger.note(new Saved(
                saved.changeId(),
                saved.key(),
                change.action(),
                at.number(),
                ledger.size(),
                values,
                new LinkedHashMap<>(seen),
                settled));
    }

    private void leaveADraftOrComeBackToOne(SimulatedTablet at) {
        List<SimulatedTablet.OpenDraft> left = at.openDrafts();
        if (left.isEmpty() || dice.percent(40)) {
            Draft draft = beginDraft(at);
            SimulatedTablet.OpenDraft open = note(at, draft);
            writeOneField(at, draft, open);
            left.add(open);
            return;
        }
        SimulatedTablet.OpenDraft open = left.remove(dice.below(left.size()));
        Draft draft =
                at.tablet().resume(open.draftId()).orElseThrow(() -> new IllegalStateException("a draft is gone"));
        writeOneField(at, draft, open);
        save(at, draft, open);
    }

    private void decideAConflict(SimulatedTablet at) {
        List<RecordView> inConflict = at.tablet().listAll(dice.pick(Office.TEAMS)).stream()
                .filter(view -> view.isAlive() && !view.state().conflicts().isEmpty())
                .toList();
        if (inConflict.isEmpty()) {
            return;
        }
        RecordView view = dice.pick(inConflict);
        Conflict conflict = dice.pick(List.copyOf(view.state().conflicts().values()));
        Set<UUID> settled = new TreeSet<>();
        conflict.candidates()
                .forEach(candidate -> settled.addAll(candidate.stamp().changeIds()));
        Candidate preferred = dice.pick(conflict.candidates());
        SavedChange saved = at.tablet().resolve(view, conflict.path(), preferred.value(), Office.SUPERVISOR);
        noteSaved(at, saved, Map.of(conflict.path(), seen(view.state(), conflict.path())), settled);
    }

    private void end(SimulatedTablet at, Action action) {
        List<RecordView> alive = at.tablet().listAll(dice.pick(Office.TEAMS)).stream()
                .filter(RecordView::isAlive)
                .toList();
        if (alive.isEmpty()) {
            return;
        }
        RecordView view = dice.pick(alive);
        SavedChange saved = action == Action.ACTION_DELETE
                ? at.tablet().delete(view, somebody())
                : at.tablet().withdraw(view, somebody());
        noteSaved(at, saved, everythingOn(view), Set.of());
    }

    private static Map<FieldPath, Saved.Seen> everythingOn(RecordView view) {
        Map<FieldPath, Saved.Seen> seen = new LinkedHashMap<>();
        view.state().fields().keySet().forEach(path -> seen.put(path, seen(view.state(), path)));
        return seen;
    }

    private void mergeDuplicates(SimulatedTablet at) {
        List<RecordView> participants =
                at.tablet().list(dice.pick(Office.TEAMS), RecordType.RECORD_TYPE_PARTICIPANT_VALUE);
        if (participants.size() < 2) {
            return;
        }
        List<RecordView> two = new ArrayList<>(participants);
        dice.shuffle(two);
        SavedChange saved = at.tablet().absorb(two.get(0), two.get(1).key().id(), Office.SUPERVISOR);
        noteSaved(at, saved, everythingOn(two.get(0)), Set.of());
    }

    private void splitDuplicates(SimulatedTablet at) {
        List<RecordView> absorbed = at.tablet().listAll(dice.pick(Office.TEAMS)).stream()
                .filter(view -> view.onServer()
                        .flatMap(state -> state.life().successor())
                        .isPresent())
                .filter(view -> view.key().type() == RecordType.RECORD_TYPE_PARTICIPANT_VALUE)
                .toList();
        if (!absorbed.isEmpty()) {
            SavedChange saved = at.tablet().split(dice.pick(absorbed), Office.SUPERVISOR);
            noteSaved(at, saved, Map.of(), Set.of());
        }
    }

    private void correctWhatIsParked(SimulatedTablet at) {
        List<SavedChange> parked = at.tablet().saved().stream()
                .filter(change -> change.wire().hasHeader())
                .filter(change -> change.standing() == Standing.PARKED
                        && change.correctedBy().isEmpty())
                .filter(change -> ledger.find(change.changeId())
                        .filter(saved -> saved.action() == Action.ACTION_EDIT)
                        .isPresent())
                .toList();
        if (parked.isEmpty()) {
            return;
        }
        SavedChange wrong = dice.pick(parked);
        Draft draft = at.tablet().correct(wrong);
        SimulatedTablet.OpenDraft open = new SimulatedTablet.OpenDraft(
                draft.id(),
                draft.key(),
                new LinkedHashMap<>(ledger.find(wrong.changeId()).orElseThrow().seen()));
        if (dice.percent(50)) {
            writeOneField(at, draft, open);
        }
        at.tablet().save(draft, Office.SUPERVISOR).forEach(saved -> noteSaved(at, saved, open.seen(), Set.of()));
    }
}
