package tsunagi.app.questionnaire;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import androidx.activity.OnBackPressedCallback;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tsunagi.app.R;
import tsunagi.app.photo.Camera;
import tsunagi.app.photo.PreparedPhoto;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.engine.form.Filling;
import tsunagi.engine.form.Forms;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Response;

/** One sheet that a helper fills in: asked at a visit, or about a workplace. Leaving keeps it as a draft. */
public final class FillActivity extends ScreenActivity<Optional<SheetWalk>> {
    private static final String TEAM = "team";
    private static final String HEADING = "heading";
    private static final String DRAFT = "draft";
    private static final String PHOTO = "photo";
    private static final String SHEET = "sheet";

    private FillView view;
    private Optional<UUID> draftId = Optional.empty();
    private boolean isShown;
    private Camera camera;
    private FillInstruments instruments;
    private String photoPath = "";

    /** Begins a sheet; the heading says of which form version, and for which round, workplace, workshop or participant. */
    public static Intent to(Context context, UUID teamId, Response heading) {
        return new Intent(context, FillActivity.class)
                .putExtra(TEAM, teamId.toString())
                .putExtra(HEADING, heading.toByteArray());
    }

    /** Goes on with a sheet that is a draft. */
    public static Intent resume(Context context, UUID draftId) {
        return new Intent(context, FillActivity.class).putExtra(DRAFT, draftId.toString());
    }

    /** Goes on with a sheet that was saved, such as one that was broken off. */
    public static Intent reopen(Context context, RecordKey sheet) {
        return RecordIntent.to(context, FillActivity.class, sheet).putExtra(SHEET, true);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.fill_activity);
        String known = saved == null ? getIntent().getStringExtra(DRAFT) : saved.getString(DRAFT);
        draftId = Optional.ofNullable(known).map(UUID::fromString);
        view = findViewById(R.id.fill_view);
        camera = new Camera(this, this::prepare, () -> say(R.string.fill_photo_no_camera));
        photoPath = saved == null ? "" : saved.getString(PHOTO, "");
        instruments = new FillInstruments(this, view, saved);
        view.setInstruments(instruments);
        view.setCamera(path -> {
            photoPath = path;
            camera.take();
        });
        MaterialToolbar toolbar = findViewById(R.id.fill_toolbar);
        toolbar.setNavigationOnClickListener(up -> view.leave(this::finish));
        toolbar.inflateMenu(R.menu.fill);
        toolbar.setOnMenuItemClickListener(item -> {
            if (item.getItemId() == R.id.fill_break_off) {
                view.breakOff(sheet -> finish());
            } else {
                askToDiscard();
            }
            return true;
        });
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                if (!isShown) {
                    finish();
                } else if (!view.back()) {
                    view.leave(FillActivity.this::finish);
                }
            }
        });
    }

    /** What the camera gave is made small and plain beside the main thread. */
    private void prepare(Supplier<byte[]> given) {
        doing(
                () -> PreparedPhoto.of(given.get()),
                photo -> photo.ifPresent(prepared -> view.photographed(photoPath, prepared.jpeg())));
    }

    /** The sheet is read once; coming back to the screen finds it as it stands. */
    @Override
    protected Optional<SheetWalk> load() {
        if (isShown) {
            return Optional.empty();
        }
        return open(parts().tablet().forms(), author()).map(filling -> walk(filling));
    }

    private SheetWalk walk(Filling filling) {
        UUID teamId = filling.key().teamId();
        Function<ByteString, Optional<ByteString>> files =
                sha256 -> parts().tablet().files().read(teamId, sha256);
        boolean isNew = !draftId.isPresent() && !getIntent().getBooleanExtra(SHEET, false);
        return isNew
                ? SheetWalk.begun(filling, FillSetting.ofHelper(), files, tongue())
                : new SheetWalk(filling, FillSetting.ofHelper(), files, tongue());
    }

    private Locale tongue() {
        return getResources().getConfiguration().getLocales().get(0);
    }

    private String author() {
        return parts().users().current().map(user -> user.personId()).orElse("");
    }

    private Optional<Filling> open(Forms forms, String author) {
        if (draftId.isPresent()) {
            return forms.resume(draftId.get(), author);
        }
        if (getIntent().getBooleanExtra(SHEET, false)) {
            return forms.reopen(RecordIntent.key(getIntent()), author);
        }
        try {
            Response heading = Response.parseFrom(getIntent().getByteArrayExtra(HEADING));
            return forms.begin(UUID.fromString(getIntent().getStringExtra(TEAM)), heading, author);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a heading that was put together here does not parse", e);
        }
    }

    @Override
    protected void show(Optional<SheetWalk> walk) {
        if (isShown) {
            return;
        }
        findViewById(R.id.fill_nothing).setVisibility(walk.isPresent() ? View.GONE : View.VISIBLE);
        view.setVisibility(walk.isPresent() ? View.VISIBLE : View.GONE);
        walk.ifPresent(found -> {
            isShown = true;
            draftId = Optional.of(found.draftId());
            doing(this::author, author -> view.show(found, author, sheet -> finish()));
        });
    }

    private void askToDiscard() {
        new MaterialAlertDialogBuilder(this)
                .setTitle(R.string.fill_discard_title)
                .setMessage(R.string.fill_discard_words)
                .setPositiveButton(R.string.fill_discard, (dialog, which) -> view.discard(this::finish))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    @Override
    protected void onSaveInstanceState(Bundle saved) {
        super.onSaveInstanceState(saved);
        saved.putString(PHOTO, photoPath);
        instruments.saveTo(saved);
        draftId.ifPresent(id -> saved.putString(DRAFT, id.toString()));
    }
}
