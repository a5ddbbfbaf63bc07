package tsunagi.app.visit;

import android.content.Intent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.user.User;
import tsunagi.calendar.JapaneseDays;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;

/** Which draft a visit's screen is about: the one that was begun, whenever there is one. */
final class VisitOpening {
    private static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;

    private final Parts parts;
    private final Tablet tablet;

    VisitOpening(Parts parts) {
        this.parts = parts;
        this.tablet = parts.tablet();
    }

    /** Empty when what was asked for is no more. */
    Optional<Draft> open(Intent intent) {
        String draft = intent.getStringExtra(VisitActivity.DRAFT);
        if (draft != null) {
            return tablet.resume(UUID.fromString(draft)).flatMap(this::visitOf);
        }
        UUID team = UUID.fromString(intent.getStringExtra(VisitActivity.TEAM));
        String visit = intent.getStringExtra(VisitActivity.VISIT);
        return visit != null
                ? visit(new RecordKey(team, VISIT, UUID.fromString(visit)))
                : Optional.of(today(new RecordKey(
                        team,
                        RecordType.RECORD_TYPE_WORKPLACE_VALUE,
                        UUID.fromString(intent.getStringExtra(VisitActivity.WORKPLACE)))));
    }

    private Optional<Draft> visitOf(Draft draft) {
        return draft.key().type() == VISIT
                ? Optional.of(draft)
                : VisitDrafts.visitOf(tablet, draft)
                        .flatMap(id -> visit(new RecordKey(draft.key().teamId(), VISIT, UUID.fromString(id))));
    }

    private Optional<Draft> visit(RecordKey key) {
        RecordKey speaker =
                tablet.show(key).state().life().successor().map(key::withId).orElse(key);
        Optional<Draft> begun = Edited.begun(tablet, speaker);
        boolean isGone = !tablet.show(speaker).state().life().isAlive();
        return begun.isPresent() || isGone ? begun : Optional.of(tablet.edit(speaker));
    }

    /** A new visit today; the one that was begun here today goes on, whatever day was entered in it since. */
    private Draft today(RecordKey workplace) {
        for (DraftNote note : tablet.drafts()) {
            if (note.key().type() == VISIT && isOfToday(note)) {
                Optional<Draft> begun = tablet.resume(note.draftId()).filter(draft -> isNewAt(draft, workplace));
                if (begun.isPresent()) {
                    return begun.get();
                }
            }
        }
        return tablet.create(workplace.teamId(), given(workplace));
    }

    private boolean isOfToday(DraftNote note) {
        LocalDate touched = Instant.ofEpochMilli(note.touchedAtMs())
                .atZone(JapaneseDays.TIME)
                .toLocalDate();
        return touched.equals(parts.today());
    }

    private boolean isNewAt(Draft draft, RecordKey workplace) {
        Edited<Visit> edited = Edited.of(tablet, draft, Visit.getDefaultInstance());
        return edited.isNew()
                && edited.message().getWorkplaceId().equals(workplace.id().toString());
    }

    /** What is in a new visit before anybody typed. */
    private Visit given(RecordKey workplace) {
        Visit.Builder visit = Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn(parts.today().toString())
                .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE));
        parts.users()
                .current()
                .ifPresent(user -> visit.putMembers(user.personId(), member(user, StaffRole.STAFF_ROLE_LEAD)));
        return visit.build();
    }

    static StaffMember member(User user, StaffRole role) {
        StaffMember.Builder member = StaffMember.newBuilder().setRole(role);
        if (!user.bodyId().isEmpty()) {
            member.setBodyId(user.bodyId());
        }
        return member.build();
    }

    /** True when nothing is in a new visit but what it began with. */
    static boolean isUntouched(Edited<Visit> edited) {
        Visit visit = edited.message();
        Visit rest = visit.toBuilder()
                .clearWorkplaceId()
                .clearVisitOn()
                .clearOutcome()
                .clearMembers()
                .build();
        boolean isAsGiven = visit.getOutcome()
                        .equals(VisitOutcome.newBuilder()
                                .setState(VisitState.VISIT_STATE_DONE)
                                .build())
                && visit.getMembersCount() <= 1;
        return edited.isNew()
                ? rest.equals(Visit.getDefaultInstance()) && isAsGiven
                : edited.entered().isEmpty();
    }
}
