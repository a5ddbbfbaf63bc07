package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tsunagi.app.participant.Person;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceMethod;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.RecordType;

/**
 * Writes who came to a workshop: on disk when a method returns. What a row showed when it was tapped is what its change
 * is based on. Never on the main thread.
 */
final class Attendances {
    private static final int ATTENDANCE = RecordType.RECORD_TYPE_ATTENDANCE_VALUE;

    private final Tablet tablet;
    private final RecordKey workshop;
    private final String authorPersonId;

    Attendances(Tablet tablet, RecordKey workshop, String authorPersonId) {
        this.tablet = tablet;
        this.workshop = workshop;
        this.authorPersonId = authorPersonId;
    }

    /** The attendance of a participant, which every tablet makes with the same id. */
    static RecordKey key(RecordKey workshop, String participantId) {
        return new RecordKey(
                workshop.teamId(),
                ATTENDANCE,
                DerivedId.of(
                        workshop.teamId(),
                        ATTENDANCE,
                        Arrays.asList(workshop.id().toString(), participantId)));
    }

    void mark(Collection<RosterRow> rows, AttendanceState state) {
        AttendanceMark mark = mark(state);
        tablet.together(() -> rows.forEach(row -> write(row, mark)));
    }

    /** Says what holds of somebody of whom different things were said. */
    void decide(RosterRow row, AttendanceState state) {
        decide(row, mark(state));
    }

    /** Everybody of whom nothing is known came; what was said of the others stands. */
    List<RosterRow> markEveryonePresent(Roster roster) {
        List<RosterRow> open = new ArrayList<>(roster.rows());
        open.removeIf(row -> !row.isOpen());
        mark(open, AttendanceState.ATTENDANCE_STATE_PRESENT);
        return open;
    }

    /** Puts a person on the roster, or marks who is on it. */
    void add(RecordKey participant, AttendanceState state) {
        AttendanceMark mark = mark(state);
        tablet.together(() -> write(participant.id().toString(), mark, Optional.empty()));
    }

    /** Puts people on the roster as expected; of those who are on it nothing changes. */
    int register(Collection<Person> people, Roster roster) {
        Set<RecordKey> there = new TreeSet<>((one, other) -> one.id().compareTo(other.id()));
        roster.rows().forEach(row -> there.add(row.person().key()));
        AttendanceMark mark = mark(AttendanceState.ATTENDANCE_STATE_REGISTERED);
        List<Person> missing = new ArrayList<>(people);
        missing.removeIf(person -> there.contains(person.key()));
        tablet.together(() -> missing.forEach(person -> write(person.key().id().toString(), mark, Optional.empty())));
        return missing.size();
    }

    /** Takes back what was just done: the marks are again what they were, and who was not on the roster is off it. */
    void restore(Roster before, Collection<RosterRow> now) {
        tablet.together(() -> now.forEach(row -> {
            Optional<RosterRow> earlier = before.find(row.person().key());
            if (earlier.isPresent()) {
                write(row, earlier.get().mark());
            } else {
                remove(row);
            }
        }));
    }

    /** Takes a person off the roster, as somebody has the row before them. */
    void remove(RosterRow row) {
        tablet.together(() -> row.seen().keySet().forEach(id -> {
            RecordView view = tablet.show(key(workshop, id));
            if (view.isAlive()) {
                tablet.delete(view, authorPersonId);
            }
        }));
    }

    /** Decides what holds where people said different things. */
    void decide(RosterRow row, AttendanceMark decided) {
        tablet.together(() -> row.seen().forEach((id, seen) -> {
            RecordView view = tablet.show(key(workshop, id));
            boolean isInConflict = view.state().conflict(RosterReader.MARK).isPresent();
            if (isInConflict) {
                FieldValues value =
                        FieldValues.of(Attendance.newBuilder().setMark(decided).build());
                tablet.resolve(view, RosterReader.MARK, value.get(RosterReader.MARK), authorPersonId);
            } else {
                write(id, decided, Optional.of(seen));
            }
        }));
    }

    private void write(RosterRow row, AttendanceMark mark) {
        for (Map.Entry<String, Stamp> seen : row.seen().entrySet()) {
            write(seen.getKey(), mark, Optional.of(seen.getValue()));
        }
    }

    private void write(String participantId, AttendanceMark mark, Optional<Stamp> seen) {
        Draft draft = tablet.edit(key(workshop, participantId));
        seen.ifPresent(stamp -> draft.begin(RosterReader.MARK, stamp));
        boolean isNew = !tablet.show(draft.key()).isAlive();
        Attendance.Builder attendance = Attendance.newBuilder().setMark(mark);
        if (isNew) {
            attendance.setWorkshopId(workshop.id().toString()).setParticipantId(participantId);
        }
        draft.set(attendance.build());
        tablet.save(draft, authorPersonId);
    }

    private AttendanceMark mark(AttendanceState state) {
        AttendanceMark.Builder mark = AttendanceMark.newBuilder()
                .setState(state)
                .setMarkedAtMs(tablet.clock().wallMs())
                .setMarkingPersonId(authorPersonId);
        if (state != AttendanceState.ATTENDANCE_STATE_REGISTERED) {
            mark.setMethod(AttendanceMethod.ATTENDANCE_METHOD_ROSTER_TAP);
        }
        return mark.build();
    }

    /** The rows of some people as they stand now. */
    List<RosterRow> readAgain(RosterReader reader, Collection<RosterRow> rows) {
        List<RosterRow> now = new ArrayList<>();
        for (RosterRow row : rows) {
            reader.readAgain(row.person(), row.seen().keySet()).ifPresent(now::add);
        }
        return Collections.unmodifiableList(now);
    }
}
