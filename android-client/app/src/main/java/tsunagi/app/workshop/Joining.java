package tsunagi.app.workshop;

import tsunagi.app.participant.Person;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;

/** Makes one participant of two who are the same person. Every tablet would choose the same one to stay. Never on the main thread. */
final class Joining {
    private Joining() {}

    /** The one of whom more is known stays; else the one written down first. */
    static Person stays(Tablet tablet, Person one, Person other) {
        int known = Integer.compare(
                tablet.show(one.key()).state().fields().size(),
                tablet.show(other.key()).state().fields().size());
        int order = known == 0 ? other.key().id().compareTo(one.key().id()) : known;
        return order >= 0 ? one : other;
    }

    static Person join(Tablet tablet, Person one, Person other, String authorPersonId) {
        Person stays = stays(tablet, one, other);
        RecordView duplicate = tablet.show((stays.equals(one) ? other : one).key());
        tablet.absorb(duplicate, stays.key().id(), authorPersonId);
        return stays;
    }

    /** Takes it back: they are two again, each with what was said of them. */
    static void split(Tablet tablet, Person gone, String authorPersonId) {
        tablet.split(tablet.show(gone.key()), authorPersonId);
    }
}
