package tsunagi.app.workshop;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.draft.OpenDraft.Keeping;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.user.User;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Workshop;

/** Where a workshop is written, a new one or one that is there: all in one screen. */
public final class WorkshopEditActivity extends ScreenActivity<EditPage> {
    private static final String WORKPLACE = "workplace";
    private static final String NEW_ID = "new_id";

    private Optional<RecordKey> key = Optional.empty();
    private WorkshopDraft draft;
    private List<EditPart> editParts;
    private EditPhotos photos;

    /** Opens a workshop to edit it, with what was entered before and not saved. */
    public static Intent to(Context context, RecordKey workshop) {
        return RecordIntent.to(context, WorkshopEditActivity.class, workshop);
    }

    /** Begins a new one. */
    public static Intent toNew(Context context) {
        return new Intent(context, WorkshopEditActivity.class);
    }

    /** Begins a new one at a workplace. */
    public static Intent toNewAt(Context context, RecordKey workplace) {
        return toNew(context).putExtra(WORKPLACE, workplace.id().toString());
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        boolean isNew = !RecordIntent.hasKey(getIntent());
        if (!isNew) {
            key = Optional.of(RecordIntent.key(getIntent()));
        } else if (saved != null && saved.containsKey(NEW_ID)) {
            key = Optional.of(WorkshopActivity.key(new Intent().putExtras(saved.getBundle(NEW_ID))));
        }
        setContentView(R.layout.workshop_edit);
        MaterialToolbar toolbar = findViewById(R.id.edit_toolbar);
        toolbar.setTitle(isNew ? R.string.workshops_new : R.string.edit_title_of_screen);
        toolbar.setNavigationOnClickListener(view -> finish());
        toolbar.getMenu().add(R.string.workshop_edit_discard).setOnMenuItemClickListener(item -> {
            askWhetherToDiscard();
            return true;
        });
        findViewById(R.id.edit_save).setOnClickListener(view -> save());
        photos = new EditPhotos(this);
    }

    @Override
    protected void onSaveInstanceState(Bundle saved) {
        super.onSaveInstanceState(saved);
        if (draft != null) {
            saved.putBundle(
                    NEW_ID,
                    WorkshopActivity.to(this, draft.open().draft().key()).getExtras());
        }
    }

    @Override
    protected EditPage load() {
        Draft standing = draft != null
                ? draft.open().draft()
                : key.map(known -> EditPage.draft(parts().tablet(), known)).orElseGet(() -> parts().tablet()
                        .create(Author.teams(parts()).iterator().next(), RecordType.RECORD_TYPE_WORKSHOP_VALUE));
        return EditPage.of(parts(), this, standing);
    }

    @Override
    protected void show(EditPage page) {
        if (draft == null) {
            OpenDraft open = new OpenDraft(parts().tablet(), page.draft(), parts().work(), this::showKeeping);
            boolean isBlank = page.workshop().equals(Workshop.getDefaultInstance());
            draft = new WorkshopDraft(open, page.workshop(), isBlank ? beginning() : Workshop.getDefaultInstance());
            editParts = EditPart.all(this, draft);
        }
        editParts.forEach(part -> part.show(page));
        photos.show(page);
        TextView moved = findViewById(R.id.edit_moved);
        moved.setVisibility(page.moved().isEmpty() ? View.GONE : View.VISIBLE);
        moved.setText(getString(R.string.workshop_edit_moved, String.join("\n", page.moved())));
    }

    /** What a new one begins with: today, on site, held by the body of whoever holds the tablet, who is the instructor. */
    private Workshop beginning() {
        Workshop.Builder workshop =
                Workshop.newBuilder().setHeldOn(parts().today().toString()).setMode(HoldingMode.HOLDING_MODE_ON_SITE);
        Optional<User> user = parts().users().current();
        user.ifPresent(holder -> workshop.setHostingBodyId(holder.bodyId())
                .putMembers(
                        holder.personId(),
                        StaffMember.newBuilder()
                                .setRole(StaffRole.STAFF_ROLE_INSTRUCTOR)
                                .setBodyId(holder.bodyId())
                                .build()));
        String workplace = getIntent().getStringExtra(WORKPLACE);
        if (workplace != null) {
            workshop.setWorkplaceId(workplace).addParticipatingWorkplaceIds(workplace);
        }
        return workshop.build();
    }

    private void showKeeping(Keeping keeping) {
        TextView words = findViewById(R.id.edit_keeping);
        words.setVisibility(View.VISIBLE);
        if (keeping instanceof Keeping.Kept) {
            words.setText(R.string.workshop_edit_kept);
        } else if (keeping instanceof Keeping.Writing) {
            words.setText(R.string.edit_writing);
        } else {
            words.setText(R.string.workshop_edit_not_kept);
        }
    }

    private void save() {
        if (draft == null) {
            return;
        }
        editParts.forEach(EditPart::finish);
        draft.begin();
        boolean isNew = !RecordIntent.hasKey(getIntent());
        Draft saving = draft.open().draft();
        draft.open()
                .afterwards(
                        () -> parts().tablet().save(saving, Author.of(parts())),
                        saved -> {
                            if (isNew) {
                                startActivity(WorkshopActivity.to(this, saving.key()));
                            }
                            finish();
                        },
                        this::showFailure);
    }

    /** A draft in which nobody entered anything is none. */
    @Override
    public void finish() {
        if (draft != null) {
            Draft standing = draft.open().draft();
            draft.open()
                    .afterwards(
                            () -> {
                                if (standing.entered().isEmpty()) {
                                    standing.discard();
                                }
                                return standing;
                            },
                            done -> {},
                            this::showFailure);
        }
        super.finish();
    }

    private void askWhetherToDiscard() {
        new MaterialAlertDialogBuilder(this)
                .setTitle(R.string.workshop_edit_discard)
                .setMessage(R.string.edit_discard_message)
                .setPositiveButton(R.string.workshop_edit_discard, (dialog, which) -> discard())
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void discard() {
        Draft standing = draft.open().draft();
        doing(
                () -> {
                    standing.discard();
                    return standing;
                },
                gone -> finish());
    }

    /** What is written; null until it was found. */
    WorkshopDraft draft() {
        return draft;
    }

    /** Does work with the draft once all that was entered is in it, then shows what came of it. */
    void withDraft(Runnable work) {
        draft.begin();
        draft.open()
                .afterwards(
                        () -> {
                            work.run();
                            return load();
                        },
                        this::show,
                        this::showFailure);
    }

    Parts tabletParts() {
        return parts();
    }

    UUID teamId() {
        return draft.open().draft().key().teamId();
    }
}
