package tsunagi.app.workshop;

import android.content.Context;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.photo.PhotoShown;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.app.words.ValueWords;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/**
 * What the screen shows on which a workshop is written.
 *
 * @param workshop it as it would be saved
 * @param staff the names of the team's people by their ids
 * @param isPhotographyForbidden the workplace where it is held allows no photos
 * @param moved what others changed meanwhile in fields that were begun here, in words
 */
record EditPage(
        Draft draft,
        Workshop workshop,
        List<Named> courses,
        List<Named> materials,
        Map<String, String> staff,
        List<PhotoShown> photos,
        boolean isPhotographyForbidden,
        List<String> moved) {
    /** A record by its id and what it is called. */
    record Named(String id, String name) {}

    static EditPage of(Parts parts, Context context, Draft draft) {
        Tablet tablet = parts.tablet();
        UUID teamId = draft.key().teamId();
        Workshop workshop = edited(tablet.show(draft.key()), draft);
        return new EditPage(
                draft,
                workshop,
                courses(tablet, teamId),
                materials(tablet, teamId),
                WorkshopPage.staff(parts, teamId),
                PhotoShown.all(tablet.files(), teamId, workshop.getPhotosMap()),
                isPhotographyForbidden(tablet, teamId, workshop),
                moved(context, draft));
    }

    /** The draft that stands open about a workshop, or a new one. */
    static Draft draft(Tablet tablet, RecordKey key) {
        Optional<Draft> open = tablet.drafts().stream()
                .filter(note -> note.key().equals(key) && !note.corrects().isPresent())
                .findFirst()
                .flatMap(note -> tablet.resume(note.draftId()));
        return open.orElseGet(() -> tablet.edit(key));
    }

    private static Workshop edited(RecordView view, Draft draft) {
        SortedMap<FieldPath, ByteString> fields = new TreeMap<>();
        view.state().fields().forEach((path, field) -> fields.put(path, field.value()));
        fields.putAll(draft.entered());
        try {
            return Workshop.parseFrom(FieldValues.of(fields).join());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a draft that does not parse", e);
        }
    }

    private static boolean isPhotographyForbidden(Tablet tablet, UUID teamId, Workshop workshop) {
        return WorkshopLine.find(tablet, teamId, RecordType.RECORD_TYPE_WORKPLACE_VALUE, workshop.getWorkplaceId())
                .map(view -> view.as(Workplace.getDefaultInstance()).getPhotoRule())
                .filter(rule -> rule == PhotoRule.PHOTO_RULE_NEVER)
                .isPresent();
    }

    private static List<Named> courses(Tablet tablet, UUID teamId) {
        return tablet.list(teamId, RecordType.RECORD_TYPE_COURSE_VALUE).stream()
                .filter(view ->
                        view.as(Course.getDefaultInstance()).getRetiredOn().isEmpty())
                .map(view -> new Named(
                        view.key().id().toString(),
                        view.as(Course.getDefaultInstance()).getTitle()))
                .collect(Collectors.toList());
    }

    private static List<Named> materials(Tablet tablet, UUID teamId) {
        return tablet.list(teamId, RecordType.RECORD_TYPE_MATERIAL_VALUE).stream()
                .map(view -> new Named(
                        view.key().id().toString(),
                        view.as(Material.getDefaultInstance()).getTitle()))
                .collect(Collectors.toList());
    }

    private static List<String> moved(Context context, Draft draft) {
        List<String> lines = new ArrayList<>();
        FieldWords fields = new FieldWords(context);
        ValueWords values = new ValueWords(context, new Names(context));
        for (Map.Entry<FieldPath, StampedValue> moved : draft.movedMeanwhile().entrySet()) {
            FieldPath path = moved.getKey();
            String value = values.value(draft.key(), path, moved.getValue().value());
            lines.add(fields.field(draft.key().type(), path) + " – " + value);
        }
        return lines;
    }

    String course() {
        return named(courses, workshop.getCourseId());
    }

    static String named(List<Named> all, String id) {
        return all.stream()
                .filter(named -> named.id().equals(id))
                .map(Named::name)
                .findFirst()
                .orElse("");
    }
}
