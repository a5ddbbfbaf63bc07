package tsunagi.app.participant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/** The participants of a team by their ids, each looked up once; an absorbed one is whoever speaks for it. Never on the main thread. */
public final class People {
    /** Duplicates of duplicates deeper than this are not followed. */
    private static final int SUCCESSORS_MAX = 16;

    private final Tablet tablet;
    private final UUID teamId;
    private final Map<String, Optional<Person>> known = new HashMap<>();

    public People(Tablet tablet, UUID teamId) {
        this.tablet = tablet;
        this.teamId = teamId;
    }

    /** Who a participant's id means; empty when that record is not here or ended. */
    public Optional<Person> find(String id) {
        return known.computeIfAbsent(id, this::look);
    }

    private Optional<Person> look(String id) {
        try {
            RecordKey key = new RecordKey(teamId, RecordType.RECORD_TYPE_PARTICIPANT_VALUE, UUID.fromString(id));
            return Optional.of(speaker(key)).filter(RecordView::isAlive).map(Person::of);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private RecordView speaker(RecordKey key) {
        RecordView view = tablet.show(key);
        for (int i = 0; i < SUCCESSORS_MAX; i++) {
            Optional<UUID> successor = view.state().life().successor();
            if (!successor.isPresent()) {
                break;
            }
            view = tablet.show(key.withId(successor.get()));
        }
        return view;
    }
}
