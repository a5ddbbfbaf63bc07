package tsunagi.app.round;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.draft.OpenDraft.Keeping;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.user.User;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.lookup.Found;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;

/** A round is planned or changed, on one page. */
public final class RoundEditActivity extends ScreenActivity<Optional<RoundEdit>> {
    private static final String DRAFT = "draft";
    private static final String WHERE = "where";

    private OpenDraft open;
    private RoundEditPart part;
    private String draftId = "";
    private boolean isStale;

    /** A new round. */
    public static Intent toNew(Context context) {
        return new Intent(context, RoundEditActivity.class);
    }

    /** A new round at a workplace, a workshop or a meeting. */
    public static Intent toNewAt(Context context, RecordKey where) {
        return RecordIntent.put(toNew(context).putExtra(WHERE, true), where);
    }

    /** A round that is there. */
    public static Intent to(Context context, RecordKey round) {
        return RecordIntent.to(context, RoundEditActivity.class, round);
    }

    /** A round that was begun and not saved. */
    public static Intent resume(Context context, UUID draftId) {
        return toNew(context).putExtra(DRAFT, draftId.toString());
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.round_edit);
        MaterialToolbar toolbar = findViewById(R.id.round_edit_toolbar);
        toolbar.setNavigationOnClickListener(view -> finish());
        draftId = saved == null ? "" : saved.getString(DRAFT, "");
        if (draftId.isEmpty() && getIntent().hasExtra(DRAFT)) {
            draftId = getIntent().getStringExtra(DRAFT);
        }
        findViewById(R.id.round_edit_save).setOnClickListener(view -> save());
    }

    @Override
    protected void onSaveInstanceState(Bundle out) {
        super.onSaveInstanceState(out);
        out.putString(DRAFT, draftId);
    }

    @Override
    protected Optional<RoundEdit> load() {
        if (open != null) {
            return Optional.of(RoundEdit.of(parts(), open.draft()));
        }
        return draft().map(draft -> RoundEdit.of(parts(), draft));
    }

    private Optional<Draft> draft() {
        Tablet tablet = parts().tablet();
        Optional<Draft> begun = draftId.isEmpty() ? Optional.empty() : tablet.resume(UUID.fromString(draftId));
        if (begun.isPresent()) {
            return begun;
        }
        if (RecordIntent.hasKey(getIntent()) && !getIntent().hasExtra(WHERE)) {
            return Optional.of(tablet.edit(RecordIntent.key(getIntent())));
        }
        return parts().users().current().map(this::begin);
    }

    private Draft begin(User user) {
        Draft draft = parts().tablet().create(user.teamId(), RecordType.RECORD_TYPE_ROUND_VALUE);
        Round.Builder round = Round.newBuilder().setOpensOn(parts().today().toString());
        consultation(user.teamId()).offer(round);
        if (RecordIntent.hasKey(getIntent())) {
            RecordKey where = RecordIntent.key(getIntent());
            String id = where.id().toString();
            if (where.type() == RecordType.RECORD_TYPE_WORKPLACE_VALUE) {
                round.setWorkplaceId(id);
            } else if (where.type() == RecordType.RECORD_TYPE_WORKSHOP_VALUE) {
                round.setWorkshopId(id);
            } else {
                round.setMeetingId(id);
            }
        }
        return draft.set(round.build());
    }

    @Override
    protected void show(Optional<RoundEdit> found) {
        if (!found.isPresent()) {
            say(R.string.kiosk_ready_no_user);
            return;
        }
        RoundEdit edit = found.get();
        if (open == null) {
            draftId = edit.draft().id().toString();
            open = new OpenDraft(parts().tablet(), edit.draft(), parts().work(), this::tell);
            part = new RoundEditPart(this, open);
        }
        part.show(edit);
    }

    private void tell(Keeping keeping) {
        TextView view = findViewById(R.id.round_edit_keeping);
        if (keeping instanceof Keeping.Kept) {
            view.setText(R.string.round_kept);
            showAnew();
        } else if (keeping instanceof Keeping.Writing) {
            view.setText(R.string.round_writing);
        } else {
            view.setText(R.string.round_not_kept);
        }
    }

    /** What depends on what was chosen is shown once that is on disk. */
    void stale() {
        isStale = true;
    }

    private void showAnew() {
        if (isStale) {
            isStale = false;
            reload();
        }
    }

    private void save() {
        if (open == null || part.saysWhatIsMissing()) {
            return;
        }
        OpenDraft saving = open;
        saving.afterwards(
                () -> {
                    RecordKey key = saving.draft().key();
                    consultation(key.teamId())
                            .remember(RoundEdit.of(parts(), saving.draft()).round());
                    parts().users().current().ifPresent(user -> parts().tablet().save(saving.draft(), user.personId()));
                    return key;
                },
                key -> {
                    startActivity(RoundActivity.to(this, key).addFlags(Intent.FLAG_ACTIVITY_CLEAR_TOP));
                    finish();
                },
                this::showFailure);
    }

    private Consultation consultation(UUID team) {
        return new Consultation(parts().settings(), team);
    }

    Found workplaces(UUID team, String typed, int most) {
        return parts().tablet().lookup().workplaces(team, typed, most);
    }

    static boolean isSaid(RoundIdentity identity) {
        return identity != RoundIdentity.ROUND_IDENTITY_UNSPECIFIED;
    }
}
