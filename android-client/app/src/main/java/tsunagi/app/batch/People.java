package tsunagi.app.batch;

import java.util.UUID;
import tsunagi.app.screen.SearchDialog.Line;
import tsunagi.engine.lookup.Found;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;

/**
 * Those whose sheets there may be, in a named round.
 *
 * @param workplaceId where they work; empty when the round is at no one place
 */
record People(UUID team, String workplaceId) {
    private static final int SHOWN_MOST = 40;

    Found find(Lookup lookup, String typed) {
        if (workplaceId.isEmpty()) {
            return lookup.participants(team, typed, SHOWN_MOST);
        }
        RecordKey workplace = new RecordKey(team, RecordType.RECORD_TYPE_WORKPLACE_VALUE, UUID.fromString(workplaceId));
        return lookup.participantsOf(workplace, typed, SHOWN_MOST);
    }

    static Line line(RecordView view) {
        Participant person = view.as(Participant.getDefaultInstance());
        return new Line(person.getName(), person.getNameReading());
    }
}
