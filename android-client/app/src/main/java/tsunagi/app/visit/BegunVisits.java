package tsunagi.app.visit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** The visits in which something was begun and not saved: each once, whatever of it was begun. */
public final class BegunVisits {
    private BegunVisits() {}

    /**
     * One of them.
     *
     * @param draftId what {@link VisitActivity#resume} goes on with
     * @param workplace its name
     * @param visitOn YYYY-MM-DD; empty when none was entered
     * @param touchedAtMs when something of it was last entered
     */
    public record Begun(UUID draftId, RecordKey visit, String workplace, String visitOn, long touchedAtMs) {}

    /** The one touched last first. */
    public static List<Begun> of(Tablet tablet) {
        Map<RecordKey, Begun> begun = new LinkedHashMap<>();
        for (DraftNote note : tablet.drafts()) {
            Optional<Draft> draft = note.corrects().isPresent() ? Optional.empty() : tablet.resume(note.draftId());
            draft.flatMap(found -> visitOf(tablet, found))
                    .ifPresent(key -> begun.computeIfAbsent(key, visit -> begun(tablet, visit, note)));
        }
        return Collections.unmodifiableList(new ArrayList<>(begun.values()));
    }

    /** The visit that a draft is about or belongs to; empty when it is about something else. */
    public static Optional<RecordKey> visitOf(Tablet tablet, Draft draft) {
        int visit = RecordType.RECORD_TYPE_VISIT_VALUE;
        return draft.key().type() == visit
                ? Optional.of(draft.key())
                : VisitDrafts.visitOf(tablet, draft)
                        .map(id -> new RecordKey(draft.key().teamId(), visit, UUID.fromString(id)));
    }

    private static Begun begun(Tablet tablet, RecordKey key, DraftNote note) {
        Visit visit = Edited.of(tablet, Edited.draftOf(tablet, key), Visit.getDefaultInstance())
                .message();
        Place place = Place.of(tablet, key.teamId(), visit.getWorkplaceId());
        return new Begun(note.draftId(), key, place.name(), visit.getVisitOn(), note.touchedAtMs());
    }
}
