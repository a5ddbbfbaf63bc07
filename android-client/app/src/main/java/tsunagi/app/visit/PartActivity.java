package tsunagi.app.visit;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.Menu;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.photo.PhotoShown;
import tsunagi.app.user.User;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** The screen of a record that belongs to a visit. It stays a draft until the visit is saved. */
abstract class PartActivity<M extends Message> extends FormActivity<PartActivity.PartPage<M>, M> {
    private static final String TEAM = "team";
    private static final String VISIT = "visit";
    private static final String TYPE = "type";
    private static final String RECORD = "record";

    /**
     * What it shows.
     *
     * @param photos those of the record
     * @param beside what others wrote beside what stands in it
     */
    record PartPage<M extends Message>(
            Edited<M> edited,
            Visit visit,
            Place place,
            List<User> users,
            Optional<User> me,
            List<PhotoShown> photos,
            List<Beside> beside) {}

    private BesideBanners beside;

    static Intent to(Context context, Class<?> activity, RecordKey visit, RecordKey part) {
        return new Intent(context, activity)
                .putExtra(TEAM, part.teamId().toString())
                .putExtra(VISIT, visit.id().toString())
                .putExtra(TYPE, part.type())
                .putExtra(RECORD, part.id().toString());
    }

    abstract int title();

    /** The record without what it was given when it was begun. */
    abstract M withoutGiven(M message);

    List<PhotoShown> photosOf(Edited<M> edited) {
        return Collections.emptyList();
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        MaterialToolbar toolbar = findViewById(R.id.visit_toolbar);
        toolbar.setTitle(title());
        toolbar.getMenu().add(Menu.NONE, R.id.visit_throw_away, Menu.NONE, R.string.delete);
        toolbar.setOnMenuItemClickListener(item -> {
            delete();
            return true;
        });
        beside = new BesideBanners(this);
        TextView done = findViewById(R.id.visit_finish);
        done.setText(R.string.visit_part_done);
    }

    private RecordKey key(int type, String extra) {
        return new RecordKey(
                UUID.fromString(getIntent().getStringExtra(TEAM)),
                type,
                UUID.fromString(getIntent().getStringExtra(extra)));
    }

    @Override
    Optional<Draft> find() {
        RecordKey key = key(getIntent().getIntExtra(TYPE, 0), RECORD);
        Optional<Draft> begun = Edited.begun(tablet(), key);
        if (begun.isPresent() || !tablet().show(key).isAlive()) {
            return begun;
        }
        return Optional.of(tablet().edit(key));
    }

    @Override
    PartPage<M> page(Draft about) {
        Edited<M> edited = Edited.of(tablet(), about, prototype());
        Edited<Visit> visit = Edited.of(
                tablet(),
                Edited.draftOf(tablet(), key(RecordType.RECORD_TYPE_VISIT_VALUE, VISIT)),
                Visit.getDefaultInstance());
        Place place = Place.of(tablet(), about.key().teamId(), visit.message().getWorkplaceId());
        List<User> users = new ArrayList<>(parts().users().all());
        users.removeIf(user -> !user.teamId().equals(about.key().teamId()));
        return new PartPage<>(
                edited,
                visit.message(),
                place,
                users,
                parts().users().current(),
                photosOf(edited),
                Beside.of(this, parts(), edited, (path, words) -> worded(path, words, place)));
    }

    /** Better words for a value of this record. */
    String worded(FieldPath path, String words, Place place) {
        return words;
    }

    @Override
    Optional<User> me(PartPage<M> shown) {
        return shown.me();
    }

    @Override
    Edited<M> edited(PartPage<M> shown) {
        return shown.edited();
    }

    @Override
    boolean isUntouched(Edited<M> shown) {
        return shown.isNew()
                ? withoutGiven(shown.message()).equals(prototype())
                : shown.entered().isEmpty();
    }

    @Override
    void draw(PartPage<M> page, boolean isFirst) {
        title(getString(title()), page.place().name());
        beside.show(page.beside());
        drawPart(page);
    }

    abstract void drawPart(PartPage<M> page);

    @Override
    void finishWriting() {
        getOnBackPressedDispatcher().onBackPressed();
    }

    /** A draft is thrown away; what was saved before is deleted. */
    private void delete() {
        new MaterialAlertDialogBuilder(this)
                .setTitle(R.string.visit_part_delete)
                .setPositiveButton(R.string.delete, (dialog, which) -> doing(this::deleteNow, done -> finish()))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private boolean deleteNow() {
        tablet().together(() -> {
            draft().discard();
            Optional<User> user = parts().users().current();
            if (tablet().show(draft().key()).isAlive() && user.isPresent()) {
                tablet().delete(tablet().show(draft().key()), user.get().personId());
            }
        });
        tablet().files().tidy();
        return true;
    }
}
