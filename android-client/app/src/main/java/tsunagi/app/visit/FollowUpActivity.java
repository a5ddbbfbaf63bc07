package tsunagi.app.visit;

import android.os.Bundle;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.user.User;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.FollowUp;

/** 次の約束: what one of the helpers has to do next, and by when. */
public final class FollowUpActivity extends PartActivity<FollowUp> {
    private TextField task;
    private DayField due;
    private Choices<String> who;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        task = TextField.of(findViewById(R.id.follow_up_task), form(), FollowUp.TASK_FIELD_NUMBER);
        due = new DayField(this, findViewById(R.id.follow_up_due), this::visitDay, this::due);
        who = Choices.one(findViewById(R.id.follow_up_who), this::who);
    }

    private LocalDate visitDay() {
        return page() == null
                ? today()
                : JapaneseDays.parse(page().visit().getVisitOn()).orElseGet(this::today);
    }

    private void due(Optional<LocalDate> day) {
        form().text(FollowUp.DUE_ON_FIELD_NUMBER, day.map(LocalDate::toString).orElse(""));
    }

    private void who(String personId, boolean isChosen) {
        FollowUp.Builder followUp = FollowUp.newBuilder();
        for (User user : page().users()) {
            if (isChosen && user.personId().equals(personId)) {
                followUp.setAssignment(RowsPart.assignment(user, today().toString()));
            }
        }
        form().replace(FollowUp.ASSIGNMENT_FIELD_NUMBER, followUp.build());
    }

    @Override
    FollowUp prototype() {
        return FollowUp.getDefaultInstance();
    }

    @Override
    int layout() {
        return R.layout.visit_follow_up;
    }

    @Override
    int title() {
        return R.string.visit_next;
    }

    @Override
    FollowUp withoutGiven(FollowUp message) {
        return message.toBuilder()
                .clearVisitId()
                .clearWorkplaceId()
                .clearAssignment()
                .build();
    }

    @Override
    void drawPart(PartPage<FollowUp> page) {
        FollowUp followUp = page.edited().message();
        task.show(followUp.getTask());
        due.show(JapaneseDays.parse(followUp.getDueOn()));
        Map<String, String> offered = new LinkedHashMap<>();
        page.users().forEach(user -> offered.put(user.personId(), user.name()));
        who.offer(offered).show(followUp.getAssignment().getAssignedPersonId());
    }
}
