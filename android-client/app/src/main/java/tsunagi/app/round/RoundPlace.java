package tsunagi.app.round;

import com.google.protobuf.Message;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** Where a round is asked, in words: its workplace, workshop and meeting, those that there are. */
final class RoundPlace {
    private static final String BETWEEN = " · ";

    private RoundPlace() {}

    static String of(Tablet tablet, UUID team, Round round) {
        StringBuilder words = new StringBuilder();
        find(
                        tablet,
                        team,
                        RecordType.RECORD_TYPE_WORKPLACE_VALUE,
                        round.getWorkplaceId(),
                        Workplace.getDefaultInstance())
                .ifPresent(workplace -> add(words, workplace.getName()));
        find(tablet, team, RecordType.RECORD_TYPE_WORKSHOP_VALUE, round.getWorkshopId(), Workshop.getDefaultInstance())
                .ifPresent(workshop -> add(words, workshop.getTitle() + " " + workshop.getHeldOn()));
        find(tablet, team, RecordType.RECORD_TYPE_MEETING_VALUE, round.getMeetingId(), Meeting.getDefaultInstance())
                .ifPresent(meeting -> add(words, meeting.getTitle() + " " + meeting.getHeldOn()));
        return words.toString();
    }

    private static void add(StringBuilder words, String more) {
        words.append(words.length() == 0 ? "" : BETWEEN).append(more.trim());
    }

    static <M extends Message> Optional<M> find(Tablet tablet, UUID team, int type, String id, M prototype) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        RecordView view = tablet.show(new RecordKey(team, type, UUID.fromString(id)));
        return view.isAlive() ? Optional.of(view.as(prototype)) : Optional.empty();
    }
}
