package tsunagi.app.workshop;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagi.app.participant.DistinctPeople;
import tsunagi.app.participant.Likeness;
import tsunagi.app.participant.People;
import tsunagi.app.participant.Person;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.RecordType;

/** Reads the roster of a workshop: its attendances, put together by the person they mean. Never on the main thread. */
final class RosterReader {
    static final FieldPath MARK = FieldPath.field(Attendance.MARK_FIELD_NUMBER);

    private final Tablet tablet;
    private final RecordKey workshop;
    private final DistinctPeople distinct;
    private final People people;

    RosterReader(Tablet tablet, RecordKey workshop, DistinctPeople distinct) {
        this.tablet = tablet;
        this.workshop = workshop;
        this.distinct = distinct;
        this.people = new People(tablet, workshop.teamId());
    }

    Roster read() {
        Map<RecordKey, List<RecordView>> byPerson = new LinkedHashMap<>();
        Map<RecordKey, Person> persons = new HashMap<>();
        for (RecordView view : tablet.lookup().referring(workshop, RecordType.RECORD_TYPE_ATTENDANCE_VALUE)) {
            people.find(participantId(view)).ifPresent(person -> {
                persons.put(person.key(), person);
                byPerson.computeIfAbsent(person.key(), first -> new ArrayList<>())
                        .add(view);
            });
        }
        List<RosterRow> rows = new ArrayList<>();
        byPerson.forEach((key, views) -> rows.add(row(persons.get(key), views)));
        rows.sort(Roster.IN_READING_ORDER);
        return new Roster(withLikes(rows));
    }

    /** One person's row, from the attendances that were known to mean this person; empty when there is none any more. */
    Optional<RosterRow> readAgain(Person person, Iterable<String> participantIds) {
        List<RecordView> views = new ArrayList<>();
        for (String id : participantIds) {
            RecordView view = tablet.show(Attendances.key(workshop, id));
            if (view.isAlive()) {
                views.add(view);
            }
        }
        return views.isEmpty() ? Optional.empty() : Optional.of(row(person, views));
    }

    static String participantId(RecordView attendance) {
        return attendance.as(Attendance.getDefaultInstance()).getParticipantId();
    }

    private static RosterRow row(Person person, List<RecordView> views) {
        Map<String, Stamp> seen = new TreeMap<>();
        List<Claim> claims = new ArrayList<>();
        for (RecordView view : views) {
            String id = participantId(view);
            seen.put(id, view.state().stampOf(MARK));
            // The attendance of the record that speaks stands; those of its duplicates come after it.
            claims.addAll(id.equals(person.key().id().toString()) ? 0 : claims.size(), claims(view));
        }
        AttendanceMark standing = claims.get(0).mark();
        for (Claim claim : claims) {
            standing = rank(claim.state()) > rank(standing.getState()) && rank(standing.getState()) > 0
                    ? claim.mark()
                    : standing;
        }
        boolean isDisputed = claims.stream().map(Claim::state).distinct().count() > 1
                && (claims.stream().anyMatch(claim -> rank(claim.state()) == 0) || isDisputed(views));
        return new RosterRow(
                person, standing, seen, isDisputed ? claims : Collections.emptyList(), Collections.emptyList());
    }

    private static boolean isDisputed(List<RecordView> views) {
        return views.stream().anyMatch(view -> view.state().conflict(MARK).isPresent());
    }

    /** As the schema ranks them; 0 for those that are not ranked, which ask a person. */
    private static int rank(AttendanceState state) {
        return switch (state) {
            case ATTENDANCE_STATE_REGISTERED -> 1;
            case ATTENDANCE_STATE_PRESENT -> 2;
            case ATTENDANCE_STATE_LATE -> 3;
            case ATTENDANCE_STATE_ABSENT, ATTENDANCE_STATE_LEFT_EARLY, ATTENDANCE_STATE_UNSPECIFIED, UNRECOGNIZED -> 0;
        };
    }

    private static List<Claim> claims(RecordView view) {
        AttendanceMark standing = view.as(Attendance.getDefaultInstance()).getMark();
        Optional<Conflict> conflict = view.state().conflict(MARK);
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(
                standing, conflict.map(open -> open.standingBy().getPersonId()).orElse(standing.getMarkingPersonId())));
        conflict.ifPresent(open -> {
            for (Candidate candidate : open.candidates()) {
                claims.add(new Claim(mark(candidate.value()), candidate.by().getPersonId()));
            }
        });
        return claims;
    }

    private static AttendanceMark mark(ByteString value) {
        try {
            return Attendance.parseFrom(value).getMark();
        } catch (InvalidProtocolBufferException e) {
            // A later program's words: shown as not said, and left to whoever can read them.
            return AttendanceMark.getDefaultInstance();
        }
    }

    private List<RosterRow> withLikes(List<RosterRow> rows) {
        Map<String, List<Person>> byKey = new HashMap<>();
        for (RosterRow row : rows) {
            Likeness.keys(row.person()).forEach(key -> byKey.computeIfAbsent(key, first -> new ArrayList<>())
                    .add(row.person()));
        }
        List<RosterRow> all = new ArrayList<>();
        for (RosterRow row : rows) {
            List<Person> likes = new ArrayList<>();
            for (String key : Likeness.keys(row.person())) {
                for (Person other : byKey.get(key)) {
                    if (!likes.contains(other) && mayBeOne(row.person(), other)) {
                        likes.add(other);
                    }
                }
            }
            all.add(row.liking(likes));
        }
        return all;
    }

    private boolean mayBeOne(Person one, Person other) {
        return Likeness.between(one, other) && !distinct.areTwo(one.key(), other.key());
    }
}
