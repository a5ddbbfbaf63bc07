package tsunagi.app.kiosk;

import android.content.Context;
import android.content.Intent;
import android.content.res.Configuration;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.view.View;
import android.view.ViewGroup;
import android.view.WindowManager;
import androidx.activity.OnBackPressedCallback;
import com.google.android.material.button.MaterialButton;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.kiosk.Sitting.Step;
import tsunagi.app.questionnaire.QuestionnairesActivity;
import tsunagi.app.round.RoundActivity;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.matchcode.MatchCode;
import tsunagi.record.RecordKey;

/** The tablet with a respondent: one form, and nothing else. Staff get it back with their PIN. */
public final class KioskActivity extends ScreenActivity<Optional<KioskPage>> implements KioskForm.Host {
    private final Idleness idleness = new Idleness(new Handler(Looper.getMainLooper()), this::doubt, this::gone);
    private final Pinning pinning = new Pinning(this);
    private KioskPost post;
    private ViewGroup frame;
    private KioskCover cover;
    private KioskPage page;
    private Sitting sitting;
    private KioskWords words;
    private String language = "";
    private CodeLeaf codeLeaf;
    private KioskForm form;
    private StaffDoor door;
    private long touchedAtMs;

    /** Where a tablet is handed over for a round: the staff's last page before it. */
    public static Intent to(Context context, RecordKey round) {
        return KioskReadyActivity.to(context, round);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        getWindow().addFlags(WindowManager.LayoutParams.FLAG_SECURE | WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON);
        setContentView(R.layout.kiosk);
        post = new KioskPost(this);
        frame = findViewById(R.id.kiosk_page);
        cover = new KioskCover(findViewById(R.id.kiosk_cover), findViewById(R.id.kiosk_front));
        form = new KioskForm(this, post, frame, this);
        door = new StaffDoor(this, post, cover, () -> form.putAway(this::takeBack));
        MaterialButton staff = findViewById(R.id.kiosk_staff);
        staff.setIconResource(R.drawable.ic_lock);
        staff.setOnClickListener(view -> {
            door.ask();
            touched();
        });
        findViewById(R.id.kiosk_stop).setOnClickListener(view -> stop());
        findViewById(R.id.kiosk_pin_screen).setOnClickListener(view -> pinning.hold());
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                back();
            }
        });
    }

    @Override
    protected Optional<KioskPage> load() {
        Optional<KioskPage> loaded = KioskPage.of(parts(), post);
        if (!form.isUnderway()) {
            loaded.ifPresent(handedOver -> sheets(handedOver).putAway());
        }
        return loaded;
    }

    @Override
    protected void show(Optional<KioskPage> loaded) {
        if (!loaded.isPresent()) {
            startActivity(new Intent(this, QuestionnairesActivity.class));
            finish();
        } else if (sitting == null || sitting.step() instanceof Step.Blank) {
            page = loaded.get();
            sitting = page.nobodyYet();
            draw();
        }
    }

    @Override
    protected void onStart() {
        super.onStart();
        // While the tablet sleeps no timer runs.
        long goneAfterMs = form.isAtCamera() ? Idleness.CAMERA_GONE_AFTER_MS : Idleness.GONE_AFTER_MS;
        if (sitting != null && parts().nowMs() - touchedAtMs > goneAfterMs) {
            gone();
        }
    }

    @Override
    protected void onResume() {
        super.onResume();
        if (form.isAtCamera()) {
            form.cameBack();
            touched();
        }
        if (post.isStanding()) {
            pinning.hold();
        }
    }

    @Override
    public void onWindowFocusChanged(boolean hasFocus) {
        super.onWindowFocusChanged(hasFocus);
        showPinning();
    }

    @Override
    public void onConfigurationChanged(Configuration changed) {
        super.onConfigurationChanged(changed);
        if (sitting != null && !(sitting.step() instanceof Step.Form)) {
            draw();
        }
    }

    @Override
    public void onUserInteraction() {
        super.onUserInteraction();
        touched();
    }

    private void showPinning() {
        boolean isLoose = post.isStanding() && !pinning.isHeld();
        findViewById(R.id.kiosk_not_pinned).setVisibility(isLoose ? View.VISIBLE : View.GONE);
    }

    @Override
    public void touched() {
        touchedAtMs = parts().nowMs();
        if (sitting != null && !(sitting.step() instanceof Step.Blank && !cover.isUp())) {
            idleness.touched();
        } else {
            idleness.stop();
        }
    }

    private void draw() {
        frame.removeAllViews();
        form.cleared();
        cover.lift();
        words = new KioskWords(this, Speech.with(language));
        Leaves leaves = new Leaves(page, words, frame);
        Step step = sitting.step();
        MaterialButton stop = findViewById(R.id.kiosk_stop);
        stop.setText(words.say(R.string.kiosk_stop));
        stop.setVisibility(step instanceof Step.Form ? View.VISIBLE : View.GONE);
        if (step instanceof Step.Blank) {
            leaves.blank(() -> go(sitting::touch));
        } else if (step instanceof Step.Welcome) {
            leaves.welcome(language(), this::speak, () -> go(sitting::begin));
        } else if (step instanceof Step.Code) {
            codeLeaf = new CodeLeaf(words, frame, this::typed, () -> go(sitting::withoutCode));
        } else if (step instanceof Step.GoOn) {
            leaves.goOn(() -> go(sitting::isMine), () -> go(sitting::back));
        } else if (step instanceof Step.AnsweredBefore) {
            leaves.answeredBefore(() -> go(sitting::isMine), () -> go(sitting::back));
        } else if (step instanceof Step.Consents) {
            leaves.consents(sitting, () -> go(sitting::consented));
        } else if (step instanceof Step.Form toFill) {
            form.open(page, toFill.goesOnWith(), sitting.heading(parts().today()), language());
        } else {
            leaves.thanks(() -> go(sitting::left));
        }
        door.stay();
        touched();
        showPinning();
    }

    private void go(Runnable move) {
        move.run();
        if (sitting.step() instanceof Step.Blank) {
            language = "";
            reload();
        }
        draw();
    }

    private String language() {
        return language.isEmpty() && !page.languages().isEmpty()
                ? page.languages().get(0)
                : language;
    }

    private void speak(String chosen) {
        language = chosen;
        draw();
    }

    private void typed(String text) {
        Optional<MatchCode> code = sitting.typed(text);
        if (code.isPresent()) {
            doing(() -> sheets(page).find(code.get()), known -> go(() -> sitting.know(known)));
        } else if (sitting.step() instanceof Step.Code asked) {
            codeLeaf.say(asked.fault());
        }
    }

    @Override
    public boolean isAwaited() {
        return sitting.step() instanceof Step.Form;
    }

    @Override
    public void nothingToFill() {
        go(sitting::left);
    }

    @Override
    public void completed() {
        go(sitting::sent);
    }

    private void stop() {
        form.putAway(() -> go(sitting::sent));
    }

    private void back() {
        if (cover.isUp()) {
            door.close();
            draw();
        } else if (!form.back() && sitting != null) {
            go(sitting::back);
        }
    }

    private void doubt() {
        if (cover.isUp()) {
            return;
        }
        boolean canBeReopened = sitting.canBeReopened();
        new Leaves(page, words, cover.raise()).stillThere(canBeReopened, cover::lift);
    }

    @Override
    public boolean isHeld() {
        return pinning.isHeld();
    }

    @Override
    public void atCamera() {
        touched();
        idleness.atCamera();
    }

    private void gone() {
        if (form.isAtCamera()) {
            // What lies over this screen goes with it.
            startActivity(new Intent(this, KioskActivity.class)
                    .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_CLEAR_TOP));
        }
        idleness.stop();
        door.close();
        form.putAway(() -> {});
        go(sitting::left);
    }

    private void takeBack() {
        idleness.stop();
        RecordKey round = page.standing().round();
        post.takeBack();
        pinning.letGo();
        leaveTo(RoundActivity.to(this, round));
    }

    private void leaveTo(Intent staffScreen) {
        Intent section = new Intent(this, QuestionnairesActivity.class)
                .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_CLEAR_TASK);
        startActivities(new Intent[] {section, staffScreen});
        finish();
    }

    private KioskSheets sheets(KioskPage handedOver) {
        return new KioskSheets(parts().tablet(), handedOver.standing(), post);
    }
}
