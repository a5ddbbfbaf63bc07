package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.participant.Person;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.name.Kana;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.RecordType;

/** People who come and are not on the roster: those who are known, found as one types, and those whom nobody wrote down before. */
final class Latecomers {
    private static final int FOUND_MAX = 30;

    private final Tablet tablet;
    private final UUID teamId;

    Latecomers(Tablet tablet, UUID teamId) {
        this.tablet = tablet;
        this.teamId = teamId;
    }

    /** Who is meant by what was typed; nobody while nothing is. */
    List<Person> find(String typed) {
        return typed.trim().isEmpty()
                ? Collections.emptyList()
                : people(tablet.lookup().participants(teamId, typed, FOUND_MAX).shown());
    }

    /** Everybody known from a workplace. */
    List<Person> of(Place place) {
        List<Person> people = people(tablet.lookup().referring(place.key(), RecordType.RECORD_TYPE_PARTICIPANT_VALUE));
        people.sort(Person.IN_READING_ORDER);
        return people;
    }

    private static List<Person> people(List<RecordView> views) {
        return views.stream().map(Person::of).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Writes a person down with nothing but the name, and where the person comes from. */
    RecordKey write(String name, String workplaceId, String authorPersonId) {
        Participant.Builder participant = Participant.newBuilder().setName(name);
        String reading = Kana.toHiragana(name);
        if (Kana.isReading(reading)) {
            participant.setNameReading(reading);
        }
        if (!workplaceId.isEmpty()) {
            participant.setWorkplaceId(workplaceId).setSide(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE);
        }
        Draft draft = tablet.create(teamId, participant.build());
        tablet.save(draft, authorPersonId);
        return draft.key();
    }
}
