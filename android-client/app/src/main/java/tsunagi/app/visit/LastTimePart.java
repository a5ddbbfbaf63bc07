package tsunagi.app.visit;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.CheckBox;
import android.widget.TextView;
import java.util.LinkedHashSet;
import java.util.Set;
import tsunagi.app.R;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpClosing;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;

/** What was last time at this workplace: who went and what was advised, and what was promised and is still to be done. */
final class LastTimePart implements VisitPart {
    private final VisitActivity screen;
    private final ViewGroup earlier;

    LastTimePart(VisitActivity screen) {
        this.screen = screen;
        this.earlier = screen.findViewById(R.id.visit_earlier);
        screen.findViewById(R.id.visit_last_same).setOnClickListener(view -> same());
    }

    @Override
    public void show(VisitPage page) {
        boolean isThere = page.lastTime().isPresent() || !page.parts().earlier().isEmpty();
        visible(R.id.visit_last, isThere);
        visible(R.id.visit_last_line, page.lastTime().isPresent());
        visible(
                R.id.visit_last_same,
                page.lastTime().isPresent() && page.visit().isNew());
        page.lastTime().ifPresent(last -> {
            TextView line = screen.findViewById(R.id.visit_last_line);
            line.setText(screen.getString(
                    R.string.visit_last,
                    VisitLine.of(screen, screen.today(), last, page.users()).text()));
        });
        String advice = page.lastTime()
                .map(last -> last.as(Visit.getDefaultInstance()).getAdvice())
                .orElse("");
        LongText.show(
                screen.findViewById(R.id.visit_last_advice), screen.getString(R.string.visit_last_advice, advice));
        visible(R.id.visit_last_advice, !advice.isEmpty());
        earlier.removeAllViews();
        page.parts().earlier().forEach(part -> earlier.addView(check(part)));
    }

    private void visible(int id, boolean isVisible) {
        screen.findViewById(id).setVisibility(isVisible ? View.VISIBLE : View.GONE);
    }

    private View check(VisitParts.Part<FollowUp> part) {
        CheckBox check = (CheckBox) LayoutInflater.from(screen).inflate(R.layout.visit_check, earlier, false);
        FollowUp followUp = part.message();
        String due = screen.days().day(followUp.getDueOn());
        check.setText(
                due.isEmpty()
                        ? screen.getString(R.string.visit_earlier, followUp.getTask())
                        : screen.getString(R.string.visit_earlier_due, followUp.getTask(), due));
        check.setChecked(followUp.getClosing().getState() != FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED);
        check.setOnClickListener(view -> close(part, check.isChecked()));
        return check;
    }

    /** The visit closes what was promised, or leaves it open as it was. */
    private void close(VisitParts.Part<FollowUp> part, boolean isDone) {
        String visitId = screen.draft().key().id().toString();
        String day = screen.form().now().getVisitOn();
        Tablet tablet = screen.tablet();
        screen.withDraft(() -> {
            Draft draft = Edited.draftOf(tablet, part.key());
            if (isDone) {
                draft.set(FollowUp.newBuilder()
                        .setClosing(FollowUpClosing.newBuilder()
                                .setState(FollowUpState.FOLLOW_UP_STATE_DONE)
                                .setClosedOn(day)
                                .setVisitId(visitId))
                        .build());
            } else {
                draft.undo(FieldPath.field(FollowUp.CLOSING_FIELD_NUMBER));
                if (draft.entered().isEmpty()) {
                    draft.discard();
                }
            }
        });
    }

    /** The same people go, for the same. */
    private void same() {
        RecordView last = screen.page().lastTime().orElseThrow(IllegalStateException::new);
        Visit before = last.as(Visit.getDefaultInstance());
        Form<Visit> form = screen.form();
        Set<VisitKind> kinds = new LinkedHashSet<>(form.now().getKindsList());
        kinds.addAll(before.getKindsList());
        kinds.remove(VisitKind.VISIT_KIND_FIRST_TALK);
        form.replace(
                Visit.KINDS_FIELD_NUMBER, Visit.newBuilder().addAllKinds(kinds).build());
        before.getMembersMap().forEach((key, member) -> {
            if (!form.now().containsMembers(key)) {
                form.put(Visit.newBuilder()
                        .putMembers(
                                key,
                                member.toBuilder()
                                        .setRole(StaffRole.STAFF_ROLE_MEMBER)
                                        .build())
                        .build());
            }
        });
        screen.refresh();
    }
}
