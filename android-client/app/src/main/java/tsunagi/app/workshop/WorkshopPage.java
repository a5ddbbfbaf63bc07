package tsunagi.app.workshop;

import android.content.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.participant.DistinctPeople;
import tsunagi.app.photo.PhotoShown;
import tsunagi.app.user.User;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workshop;
import tsunagi.rules.Problem;

/**
 * What the page of one workshop shows.
 *
 * @param staff the names of the team's people by their ids
 * @param materials the titles of what was handed out, by the ids of the materials
 * @param photos those that were taken there
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
        Map<String, String> materials,
        List<PhotoShown> photos,
        RecordView view,
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
                materials(tablet, key.teamId(), workshop),
                PhotoShown.all(tablet.files(), key.teamId(), workshop.getPhotosMap()),
                view,
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

    private static Map<String, String> materials(Tablet tablet, UUID teamId, Workshop workshop) {
        Map<String, String> titles = new HashMap<>();
        for (String id : workshop.getMaterialsMap().keySet()) {
            WorkshopLine.find(tablet, teamId, RecordType.RECORD_TYPE_MATERIAL_VALUE, id)
                    .ifPresent(found -> titles.put(
                            id, found.as(Material.getDefaultInstance()).getTitle()));
        }
        return titles;
    }

    WorkshopPage with(Roster other) {
        return new WorkshopPage(
                key, isThere, workshop, line, places, other, staff, materials, photos, view, ownTallyKey, problems);
    }

    Tally tally() {
        return Tally.of(workshop, ownTallyKey);
    }
}
