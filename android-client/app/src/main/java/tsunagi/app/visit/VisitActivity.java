package tsunagi.app.visit;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.Menu;
import android.view.MenuItem;
import android.view.View;
import android.view.inputmethod.InputMethodManager;
import android.widget.Toast;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.photo.PhotoPart;
import tsunagi.app.user.User;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** 訪問: one visit, being planned, written or looked at. */
public final class VisitActivity extends FormActivity<VisitPage, Visit> {
    static final String WORKPLACE = "workplace";
    static final String VISIT = "visit";
    static final String DRAFT = "draft";
    static final String TEAM = "team";

    private final List<VisitPart> parts = new ArrayList<>();
    private PhotoPart photos;

    /** A new visit today at this workplace, or this visit as it is. */
    public static Intent to(Context context, RecordKey key) {
        boolean isVisit = key.type() == RecordType.RECORD_TYPE_VISIT_VALUE;
        return new Intent(context, VisitActivity.class)
                .putExtra(TEAM, key.teamId().toString())
                .putExtra(isVisit ? VISIT : WORKPLACE, key.id().toString());
    }

    /** The visit a draft is about; also of an observation, referral or follow-up that belongs to it. */
    public static Intent resume(Context context, UUID draftId) {
        return new Intent(context, VisitActivity.class).putExtra(DRAFT, draftId.toString());
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        if (saved != null && saved.containsKey(VISIT)) {
            setIntent(new Intent(this, VisitActivity.class)
                    .putExtra(TEAM, saved.getString(TEAM))
                    .putExtra(VISIT, saved.getString(VISIT)));
        }
        parts.add(new OutcomePart(this));
        parts.add(new FactsPart(this));
        parts.add(new PeoplePart(this));
        parts.add(new HoursPart(this));
        parts.add(new NotesPart(this));
        parts.add(new LastTimePart(this));
        parts.add(new RowsPart(this));
        parts.add(new MaterialsPart(this));
        parts.add(new BesidePart(this));
        photos = new FormPhotos<>(this, Visit.PHOTOS_FIELD_NUMBER, (key, photo) -> Visit.newBuilder()
                        .putPhotos(key, photo)
                        .build())
                .part();
        MaterialToolbar toolbar = findViewById(R.id.visit_toolbar);
        toolbar.getMenu().add(Menu.NONE, R.id.visit_throw_away, Menu.NONE, R.string.visit_throw_away);
        toolbar.getMenu().add(Menu.NONE, R.id.visit_delete, Menu.NONE, R.string.visit_delete);
        toolbar.setOnMenuItemClickListener(this::chosen);
    }

    @Override
    protected void onSaveInstanceState(Bundle saved) {
        super.onSaveInstanceState(saved);
        if (draft() != null) {
            saved.putString(TEAM, draft().key().teamId().toString());
            saved.putString(VISIT, draft().key().id().toString());
        }
    }

    @Override
    Visit prototype() {
        return Visit.getDefaultInstance();
    }

    @Override
    int layout() {
        return R.layout.visit;
    }

    @Override
    Optional<Draft> find() {
        return new VisitOpening(parts()).open(getIntent());
    }

    @Override
    VisitPage page(Draft about) {
        return VisitPage.of(this, parts(), about);
    }

    @Override
    Edited<Visit> edited(VisitPage shown) {
        return shown.visit();
    }

    @Override
    Optional<User> me(VisitPage shown) {
        return shown.me();
    }

    @Override
    boolean isUntouched(Edited<Visit> shown) {
        return VisitOpening.isUntouched(shown)
                && VisitDrafts.of(parts().tablet(), shown.draft()).others().isEmpty();
    }

    @Override
    void draw(VisitPage page, boolean isFirst) {
        title(page.place().name(), getString(page.visit().isNew() ? R.string.visit_new_title : R.string.visit_title));
        MaterialToolbar toolbar = findViewById(R.id.visit_toolbar);
        toolbar.getMenu().findItem(R.id.visit_delete).setVisible(!page.visit().isNew());
        parts.forEach(part -> part.show(page));
        Visit visit = page.visit().message();
        photos.show(
                tablet().files(),
                page.photos(),
                FormPhotos.isAllowed(visit, page.place()),
                FormPhotos.whyNot(visit, page.place()));
        if (isFirst && page.visit().isNew()) {
            typeAtOnce();
        }
    }

    /** Nobody has to tap a field first in a new visit. */
    private void typeAtOnce() {
        View needs = findViewById(R.id.visit_needs);
        needs.requestFocus();
        needs.post(() -> getSystemService(InputMethodManager.class).showSoftInput(needs, 0));
    }

    @Override
    void finishWriting() {
        form().open()
                .afterwards(
                        () -> VisitSummary.of(this, parts(), draft()),
                        summary -> {
                            if (summary.isPlainAttempt()) {
                                save();
                            } else {
                                new SummarySheet(this, summary).show();
                            }
                        },
                        this::showFailure);
    }

    /** Saves the visit and all that belongs to it; says so once it is on disk. */
    void save() {
        form().open()
                .afterwards(
                        () -> {
                            Optional<User> user = parts().users().current();
                            user.ifPresent(author -> VisitDrafts.of(parts().tablet(), draft())
                                    .save(parts().tablet(), author.personId()));
                            return user.isPresent();
                        },
                        isSaved -> {
                            if (isSaved) {
                                Toast.makeText(getApplicationContext(), R.string.visit_saved, Toast.LENGTH_LONG)
                                        .show();
                                finish();
                            } else {
                                say(R.string.visit_nobody);
                            }
                        },
                        this::showFailure);
    }

    private boolean chosen(MenuItem item) {
        if (item.getItemId() == R.id.visit_delete) {
            new DeletionQuestion(this).ask();
        } else {
            throwAway();
        }
        return true;
    }

    private void throwAway() {
        new MaterialAlertDialogBuilder(this)
                .setTitle(R.string.visit_throw_away)
                .setMessage(R.string.visit_throw_away_message)
                .setPositiveButton(
                        R.string.visit_throw_away,
                        (dialog, which) -> doing(
                                () -> {
                                    VisitDrafts.of(parts().tablet(), draft()).discard(parts().tablet());
                                    return true;
                                },
                                done -> finish()))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
