package tsunagi.app.workshop;

import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.screen.LineQuestion;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.user.User;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Workshop;

/** Instructors and other helpers. */
final class EditStaff extends EditRows {
    EditStaff(WorkshopEditActivity activity, WorkshopDraft draft) {
        super(activity, draft);
    }

    @Override
    void draw() {
        Rows rows = Rows.anew(activity().findViewById(R.id.edit_staff));
        Row heading = rows.heading(R.string.edit_staff);
        heading.textButton(R.id.edit_staff_add, R.string.edit_staff_add, this::ask);
        now().getMembersMap().forEach((key, member) -> {
            String name = StaffWords.name(activity().getResources(), key, member, page().staff());
            Row row = rows.row(name)
                    .icon(R.drawable.ic_people)
                    .detail(activity().getString(StaffWords.of(member.getRole())))
                    .textButton(R.id.edit_role, R.string.edit_role, () -> nextRole(key, member));
            removable(row, name, Workshop.MEMBERS_FIELD_NUMBER, key);
        });
    }

    /** Instructor or takes part: what the one is not, the other is. */
    private void nextRole(String key, StaffMember member) {
        StaffRole role = member.getRole() == StaffRole.STAFF_ROLE_INSTRUCTOR
                ? StaffRole.STAFF_ROLE_MEMBER
                : StaffRole.STAFF_ROLE_INSTRUCTOR;
        put(key, member.toBuilder().setRole(role).build());
    }

    private void put(String key, StaffMember member) {
        put(Workshop.newBuilder().putMembers(key, member).build());
    }

    private void ask() {
        List<User> users = new ArrayList<>();
        for (User user : activity().tabletParts().users().all()) {
            if (user.teamId().equals(activity().teamId()) && !now().containsMembers(user.personId())) {
                users.add(user);
            }
        }
        List<String> names = new ArrayList<>();
        users.forEach(user -> names.add(user.name()));
        names.add(activity().getString(R.string.edit_staff_other));
        new MaterialAlertDialogBuilder(activity())
                .setTitle(R.string.edit_staff_add)
                .setItems(names.toArray(new String[0]), (dialog, which) -> {
                    if (which < users.size()) {
                        add(users.get(which));
                    } else {
                        askName();
                    }
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void add(User user) {
        put(
                user.personId(),
                StaffMember.newBuilder()
                        .setRole(StaffRole.STAFF_ROLE_INSTRUCTOR)
                        .setBodyId(user.bodyId())
                        .build());
    }

    private void askName() {
        LineQuestion.ask(
                activity(), R.string.edit_staff_other, R.string.edit_staff_name, R.string.save, this::addOther);
    }

    private void addOther(String name) {
        put(
                UUID.randomUUID().toString(),
                StaffMember.newBuilder()
                        .setRole(StaffRole.STAFF_ROLE_INSTRUCTOR)
                        .setName(name)
                        .build());
    }
}
