package tsunagi.app.enrolment;

import android.content.Context;
import android.content.Intent;
import android.os.Build;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.enrolment.EnrolmentRun.Stage;
import tsunagi.app.scan.ScanCode;
import tsunagi.app.scan.Wanted;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.sync.SyncState;
import tsunagi.enrolment.Invitation;

/** はじめに: makes this tablet known to its server, by a QR code or by typing, and fetches what it may hold. */
public final class EnrolmentActivity extends ScreenActivity<EnrolmentPage> {
    private static final String AGAIN = "again";

    private final Consumer<Stage> onStage = this::onStage;
    private final ActivityResultLauncher<Wanted> scan =
            registerForActivityResult(new ScanCode(), text -> scanned(text.flatMap(Invitation::parse)));
    private EnrolmentFields fields;
    private EnrolmentProgress progress;

    /** Opens it on a tablet that is known already, to make it known anew. */
    public static Intent again(Context context) {
        return new Intent(context, EnrolmentActivity.class).putExtra(AGAIN, true);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.enrolment);
        MaterialToolbar toolbar = findViewById(R.id.enrol_toolbar);
        if (isAgain()) {
            toolbar.setTitle(R.string.enrol_again_title);
            toolbar.setNavigationIcon(R.drawable.ic_back);
            toolbar.setNavigationContentDescription(R.string.back);
            toolbar.setNavigationOnClickListener(tap -> finish());
            this.<TextView>findViewById(R.id.enrol_headline).setText(R.string.enrol_again_headline);
            this.<TextView>findViewById(R.id.enrol_explanation).setText(R.string.enrol_again_explanation);
        }
        if (saved == null) {
            parts().enrolment().forget();
        }
        fields = new EnrolmentFields(findViewById(R.id.enrol_form), this::ask);
        if (saved == null) {
            fields.name(Build.MODEL);
        }
        progress = new EnrolmentProgress(findViewById(R.id.enrol_intro));
        findViewById(R.id.enrol_scan).setOnClickListener(tap -> scan.launch(Wanted.INVITATION));
        findViewById(R.id.enrol_sync_again)
                .setOnClickListener(tap -> parts().sync().start());
        findViewById(R.id.enrol_go_on).setOnClickListener(tap -> goOn());
    }

    private boolean isAgain() {
        return getIntent().getBooleanExtra(AGAIN, false);
    }

    @Override
    protected void onStart() {
        super.onStart();
        parts().enrolment().addListener(onStage);
    }

    @Override
    protected void onStop() {
        parts().enrolment().removeListener(onStage);
        super.onStop();
    }

    private void onStage(Stage stage) {
        reload();
    }

    /** What the camera read. */
    void scanned(Optional<Invitation> invitation) {
        invitation.ifPresent(found -> {
            fields.fill(EnrolmentForm.of(found));
            if (fields.form().isRight()) {
                ask();
            }
        });
    }

    private void ask() {
        if (fields.form().isRight()) {
            parts().enrolment().ask(fields.form(), fields.name());
        } else {
            fields.showAllProblems();
        }
    }

    @Override
    protected EnrolmentPage load() {
        return EnrolmentPage.of(parts(), isAgain());
    }

    @Override
    protected void show(EnrolmentPage page) {
        Stage stage = parts().enrolment().stage();
        SyncState sync = parts().sync().state();
        boolean isAsking = stage instanceof Stage.Asking;
        boolean isKnown = stage instanceof Stage.Known || page.isWaitingForFirstSync();
        if (isKnown && page.canWork() && parts().sync().isIdle()) {
            goOn();
            return;
        }
        findViewById(R.id.enrol_form).setVisibility(isAsking || isKnown ? View.GONE : View.VISIBLE);
        findViewById(R.id.enrol_scan).setVisibility(isAsking || isKnown ? View.GONE : View.VISIBLE);
        progress.show(stage, isKnown, sync, page);
        if (stage instanceof Stage.Waiting waiting) {
            waiting.trouble().ifPresent(fields::point);
        }
    }

    @Override
    protected void onSync(SyncState state) {
        super.onSync(state);
        if (state instanceof SyncState.Running) {
            reload();
        }
    }

    private void goOn() {
        parts().enrolment().forget();
        doing(() -> FirstSteps.next(parts()), step -> {
            startActivity(step.intent(this));
            finish();
        });
    }
}
