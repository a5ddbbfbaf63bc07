package tsunagi.app.visit;

import android.os.Bundle;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.photo.PhotoShown;
import tsunagi.app.user.User;
import tsunagi.records.v1.FollowUp;

/** 次の約束: what one of the helpers has to do next, and by when. */
public final class FollowUpActivity extends PartActivity<FollowUp> {
    private TextField task;
    private DayField due;
    private Choices<String> who;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        task = TextField.of(findViewById(R.id.follow_up_task), typed -> form().replace(
                        FollowUp.TASK_FIELD_NUMBER,
                        typed.isEmpty()
                                ? prototype()
                                : FollowUp.newBuilder().setTask(typed).build()));
        due = new DayField(this, findViewById(R.id.follow_up_due), this::visitDay, this::due);
        who = Choices.each(findViewById(R.id.follow_up_who), this::who);
    }

    private LocalDate visitDay() {
        return page() == null
                ? today()
                : DayWords.parse(page().visit().getVisitOn()).orElseGet(this::today);
    }

    private void due(Optional<LocalDate> day) {
        form().replace(
                        FollowUp.DUE_ON_FIELD_NUMBER,
                        day.map(on -> FollowUp.newBuilder()
                                        .setDueOn(on.toString())
                                        .build())
                                .orElse(prototype()));
    }

    private void who(String personId, boolean isChosen) {
        FollowUp.Builder followUp = FollowUp.newBuilder();
        for (User user : page().users()) {
            if (isChosen && user.personId().equals(personId)) {
                followUp.setAssignment(RowsPart.assignment(user, today().toString()));
            }
        }
        form().replace(FollowUp.ASSIGNMENT_FIELD_NUMBER, followUp.build());
        who.show(form().now().getAssignment().getAssignedPersonId());
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
    List<PhotoShown> photosOf(Edited<FollowUp> edited) {
        return Collections.emptyList();
    }

    @Override
    void drawPart(PartPage<FollowUp> page) {
        FollowUp followUp = page.edited().message();
        task.show(followUp.getTask());
        due.show(DayWords.parse(followUp.getDueOn()));
        Map<String, String> offered = new LinkedHashMap<>();
        page.users().forEach(user -> offered.put(user.personId(), user.name()));
        who.offer(offered).show(followUp.getAssignment().getAssignedPersonId());
    }
}
