package tsunagi.app.workshop;

import android.text.InputType;
import android.widget.EditText;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.user.User;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Workshop;

/** Instructors and other helpers. */
final class EditStaff implements EditPart {
    private final WorkshopEditActivity activity;
    private final WorkshopDraft draft;
    private EditPage page;

    EditStaff(WorkshopEditActivity activity, WorkshopDraft draft) {
        this.activity = activity;
        this.draft = draft;
    }

    @Override
    public void show(EditPage newPage) {
        page = newPage;
        draw();
    }

    private void draw() {
        Rows rows = Rows.anew(activity.findViewById(R.id.edit_staff));
        Row heading = rows.heading(R.string.edit_staff);
        heading.textButton(R.id.edit_staff_add, R.string.edit_staff_add, this::ask);
        draft.now().getMembersMap().forEach((key, member) -> {
            String name = StaffWords.name(activity.getResources(), key, member, page.staff());
            rows.row(name)
                    .icon(R.drawable.ic_people)
                    .detail(activity.getString(StaffWords.of(member.getRole())))
                    .textButton(R.id.edit_role, R.string.edit_role, () -> nextRole(key, member))
                    .iconButton(
                            R.id.edit_remove,
                            R.drawable.ic_close,
                            activity.getString(R.string.edit_remove, name),
                            () -> remove(key));
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
        draft.set(
                Workshop.newBuilder().putMembers(key, member).build(),
                draft.now().toBuilder().putMembers(key, member).build());
        draw();
    }

    private void remove(String key) {
        draft.clear(
                FieldPath.entry(Workshop.MEMBERS_FIELD_NUMBER, key),
                draft.now().toBuilder().removeMembers(key).build());
        draw();
    }

    private void ask() {
        List<User> users = new ArrayList<>();
        for (User user : activity.tabletParts().users().all()) {
            if (user.teamId().equals(activity.teamId()) && !draft.now().containsMembers(user.personId())) {
                users.add(user);
            }
        }
        List<String> names = new ArrayList<>();
        users.forEach(user -> names.add(user.name()));
        names.add(activity.getString(R.string.edit_staff_other));
        new MaterialAlertDialogBuilder(activity)
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
        EditText name = new EditText(activity);
        name.setId(R.id.edit_staff_name);
        name.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PERSON_NAME);
        name.setHint(R.string.edit_staff_name);
        new MaterialAlertDialogBuilder(activity)
                .setTitle(R.string.edit_staff_other)
                .setView(name)
                .setPositiveButton(
                        R.string.save,
                        (dialog, which) -> addOther(name.getText().toString().trim()))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void addOther(String name) {
        if (!name.isEmpty()) {
            put(
                    UUID.randomUUID().toString(),
                    StaffMember.newBuilder()
                            .setRole(StaffRole.STAFF_ROLE_INSTRUCTOR)
                            .setName(name)
                            .build());
        }
    }
}
