package tsunagi.app.visit;

import android.content.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.photo.PhotoShown;
import tsunagi.app.user.User;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Theme;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitState;

/**
 * What the screen of a visit shows.
 *
 * @param users those who may go from this team
 * @param me who holds the tablet
 * @param themes own words for themes by key, and themes the team added; empty text means the known word
 * @param materials titles of what can be handed out, by the ids of their records
 * @param lastTime the last visit that took place here
 * @param sameDay other visits of this workplace on this day
 */
record VisitPage(
        Edited<Visit> visit,
        Place place,
        List<User> users,
        Optional<User> me,
        Map<String, String> themes,
        Map<String, String> materials,
        VisitParts parts,
        List<PhotoShown> photos,
        Optional<RecordView> lastTime,
        List<RecordView> sameDay,
        List<Beside> beside) {
    static VisitPage of(Context context, Parts parts, Draft draft) {
        Tablet tablet = parts.tablet();
        Edited<Visit> edited = Edited.of(tablet, draft, Visit.getDefaultInstance());
        Visit visit = edited.message();
        UUID team = draft.key().teamId();
        Place place = Place.of(tablet, team, visit.getWorkplaceId());
        List<RecordView> others = tablet.lookup().referring(place.key(), RecordType.RECORD_TYPE_VISIT_VALUE).stream()
                .filter(view -> !view.key().equals(draft.key()))
                .collect(Collectors.toList());
        return new VisitPage(
                edited,
                place,
                parts.users().all().stream()
                        .filter(user -> user.teamId().equals(team))
                        .collect(Collectors.toList()),
                parts.users().current(),
                themes(tablet, team),
                materials(tablet, team),
                VisitParts.of(tablet, draft, place),
                PhotoShown.all(tablet.files(), team, visit.getPhotosMap()),
                lastTime(others, visit),
                sameDay(others, visit),
                Beside.of(context, parts, edited, (path, words) -> words));
    }

    private static Optional<RecordView> lastTime(List<RecordView> others, Visit visit) {
        return others.stream()
                .filter(view -> isDoneBefore(view, visit.getVisitOn()))
                .findFirst();
    }

    private static boolean isDoneBefore(RecordView view, String day) {
        Visit other = view.as(Visit.getDefaultInstance());
        return other.getOutcome().getState() == VisitState.VISIT_STATE_DONE
                && (day.isEmpty() || other.getVisitOn().compareTo(day) < 0);
    }

    private static List<RecordView> sameDay(List<RecordView> others, Visit visit) {
        return others.stream()
                .filter(view -> !visit.getVisitOn().isEmpty()
                        && view.as(Visit.getDefaultInstance()).getVisitOn().equals(visit.getVisitOn()))
                .collect(Collectors.toList());
    }

    private static Map<String, String> themes(Tablet tablet, UUID team) {
        Map<String, String> themes = new LinkedHashMap<>();
        VisitWords.THEMES.keySet().forEach(key -> themes.put(key, ""));
        List<Theme> own = new ArrayList<>();
        for (RecordView view : tablet.list(team, RecordType.RECORD_TYPE_THEME_VALUE)) {
            own.add(view.as(Theme.getDefaultInstance()));
        }
        own.sort(Comparator.comparingInt(
                theme -> theme.hasDisplayOrder() ? theme.getDisplayOrder() : Integer.MAX_VALUE));
        for (Theme theme : own) {
            if (theme.getRetiredOn().isEmpty()) {
                themes.put(theme.getKey(), theme.getLabel());
            } else {
                themes.remove(theme.getKey());
            }
        }
        return themes;
    }

    private static Map<String, String> materials(Tablet tablet, UUID team) {
        Map<String, String> materials = new LinkedHashMap<>();
        for (RecordView view : tablet.list(team, RecordType.RECORD_TYPE_MATERIAL_VALUE)) {
            Material material = view.as(Material.getDefaultInstance());
            materials.put(view.key().id().toString(), material.getTitle());
        }
        return materials;
    }
}
