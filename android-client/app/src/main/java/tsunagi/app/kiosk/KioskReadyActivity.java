package tsunagi.app.kiosk;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.round.RoundPage;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.settings.StaffPin;
import tsunagi.record.RecordKey;

/** The staff's last page before the tablet goes to a respondent: how it is locked, and with which PIN it comes back. */
public final class KioskReadyActivity extends ScreenActivity<KioskReadyActivity.Ready> {
    private ViewGroup choosing;
    private KioskCover cover;

    /**
     * What is shown.
     *
     * @param page empty when the round is gone
     */
    record Ready(Optional<RoundPage> page, boolean hasPin) {}

    static Intent to(Context context, RecordKey round) {
        return RecordIntent.to(context, KioskReadyActivity.class, round);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.kiosk_ready);
        MaterialToolbar toolbar = findViewById(R.id.kiosk_ready_toolbar);
        toolbar.setNavigationOnClickListener(view -> finish());
        choosing = findViewById(R.id.kiosk_ready_choosing);
        cover = new KioskCover(choosing, findViewById(R.id.kiosk_ready_page));
        findViewById(R.id.kiosk_ready_change_pin).setOnClickListener(view -> choose());
        findViewById(R.id.kiosk_ready_go).setOnClickListener(view -> go());
        TextView how = findViewById(R.id.kiosk_ready_how);
        how.setText(
                Pinning.isManaged(this)
                        ? getString(R.string.kiosk_ready_how_owner)
                        : getString(R.string.kiosk_ready_how_1) + "\n\n" + getString(R.string.kiosk_ready_how_2)
                                + "\n\n" + getString(R.string.kiosk_ready_how_3));
    }

    private RecordKey round() {
        return RecordIntent.key(getIntent());
    }

    private StaffPin pin() {
        return new StaffPin(parts().settings(), parts()::nowMs);
    }

    /** Somebody may have set a screen lock meanwhile. */
    @Override
    protected void onResume() {
        super.onResume();
        findViewById(R.id.kiosk_ready_no_lock).setVisibility(DeviceLock.isSet(this) ? View.GONE : View.VISIBLE);
    }

    @Override
    protected Ready load() {
        return new Ready(RoundPage.of(parts(), round()), pin().isSet());
    }

    @Override
    protected void show(Ready ready) {
        if (!ready.page().isPresent()) {
            finish();
            return;
        }
        RoundPage page = ready.page().get();
        TextView name = findViewById(R.id.kiosk_ready_round);
        name.setText(page.brief().name());
        int hindrance = hindrance(page);
        TextView why = findViewById(R.id.kiosk_ready_hindrance);
        why.setVisibility(hindrance == 0 ? View.GONE : View.VISIBLE);
        if (hindrance != 0) {
            why.setText(hindrance);
        }
        findViewById(R.id.kiosk_ready_go).setEnabled(hindrance == 0);
        findViewById(R.id.kiosk_ready_pin).setVisibility(ready.hasPin() ? View.VISIBLE : View.GONE);
    }

    private static int hindrance(RoundPage page) {
        if (!page.isFitForKiosk()) {
            return R.string.kiosk_ready_named;
        }
        return switch (page.hindrance()) {
            case NONE -> 0;
            case FORM_NOT_HERE -> R.string.kiosk_ready_no_form;
            case NOBODY_HOLDS_THE_TABLET -> R.string.kiosk_ready_no_user;
        };
    }

    private void go() {
        if (pin().isSet()) {
            doing(
                    () -> parts().users().current(),
                    user -> user.ifPresent(holder -> {
                        new KioskPost(this)
                                .handOver(new KioskPost.Standing(round(), holder.personId()), DeviceLock.isSet(this));
                        startActivity(new Intent(this, KioskActivity.class)
                                .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_CLEAR_TASK));
                        finish();
                    }));
        } else {
            choose();
        }
    }

    private void choose() {
        new PinChoice(
                        getLayoutInflater(),
                        cover,
                        digits -> {
                            doing(() -> pin().choose(digits));
                            cover.lift();
                        },
                        cover::lift)
                .ask();
    }
}
