package tsunagi.app.workshop;

import android.content.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.participant.DistinctPeople;
import tsunagi.app.user.User;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Workshop;
import tsunagi.rules.Problem;

/**
 * What the page of one workshop shows.
 *
 * @param staff the names of the team's people by their ids
 * @param ownTallyKey the key of this tablet's head-count
 */
record WorkshopPage(
        RecordKey key,
        boolean isThere,
        Workshop workshop,
        WorkshopLine line,
        List<Place> places,
        Roster roster,
        Map<String, String> staff,
        String ownTallyKey,
        List<Problem> problems) {

    static WorkshopPage of(Parts parts, Context context, RecordKey key) {
        Tablet tablet = parts.tablet();
        RecordView view = tablet.show(key);
        Workshop workshop = view.as(Workshop.getDefaultInstance());
        return new WorkshopPage(
                key,
                view.isAlive(),
                workshop,
                WorkshopLine.of(tablet, view),
                Place.of(tablet, key.teamId(), workshop),
                new RosterReader(tablet, key, new DistinctPeople(context)).read(),
                staff(parts, key.teamId()),
                Tally.key(tablet.device().id(), key),
                tablet.problems(key));
    }

    static Map<String, String> staff(Parts parts, UUID teamId) {
        Map<String, String> names = new HashMap<>();
        for (User user : parts.users().all()) {
            if (user.teamId().equals(teamId)) {
                names.put(user.personId(), user.name());
            }
        }
        return names;
    }

    WorkshopPage with(Roster other) {
        return new WorkshopPage(key, isThere, workshop, line, places, other, staff, ownTallyKey, problems);
    }

    Tally tally() {
        return Tally.of(workshop, ownTallyKey);
    }
}
