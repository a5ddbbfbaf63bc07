package tsunagi.app.screen;

import android.content.Intent;
import android.os.Bundle;
import android.view.MenuItem;
import android.view.ViewGroup;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.navigation.NavigationBarView;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.enrolment.FirstSteps;
import tsunagi.app.outbox.OutboxActivity;
import tsunagi.app.sync.SyncLineView;
import tsunagi.app.sync.SyncState;
import tsunagi.app.user.UserActivity;

/**
 * One of the sections between which people go back and forth: the rail beside it, or the bar below it on a phone, leads
 * to the others.
 */
public abstract class SectionActivity<S> extends ScreenActivity<S> {
    private NavigationBarView navigation;
    private Optional<SectionFrame> shownFrame = Optional.empty();

    /** Which one it is. */
    protected abstract Section section();

    /** What is drawn within the frame. */
    protected abstract int layout();

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.section);
        ViewGroup content = findViewById(R.id.section_content);
        getLayoutInflater().inflate(layout(), content, true);
        MaterialToolbar toolbar = findViewById(R.id.section_toolbar);
        toolbar.setTitle(section().title());
        setSupportActionBar(toolbar);
        findViewById(R.id.section_user).setOnClickListener(tap -> startActivity(new Intent(this, UserActivity.class)));
        syncLine().setOnClickListener(tap -> startActivity(new Intent(this, OutboxActivity.class)));
        navigation = findViewById(R.id.section_navigation);
        Section.addTo(navigation.getMenu());
        navigation.setOnItemSelectedListener(this::go);
    }

    @Override
    protected void shown() {
        doing(() -> SectionFrame.of(parts()), this::showFrame);
    }

    @Override
    protected void onSync(SyncState state) {
        super.onSync(state);
        shownFrame.ifPresent(frame -> syncLine().show(frame.line(), state, frame.today()));
    }

    private void showFrame(SectionFrame frame) {
        if (frame.step() != FirstSteps.WORK) {
            startActivity(frame.step().intent(this));
            finish();
        }
        shownFrame = Optional.of(frame);
        MaterialButton user = findViewById(R.id.section_user);
        user.setText(frame.userName().orElseGet(() -> getString(R.string.section_user_none)));
        user.setContentDescription(getString(R.string.section_user_description, user.getText()));
        syncLine().show(frame.line(), parts().sync().state(), frame.today());
    }

    private SyncLineView syncLine() {
        return findViewById(R.id.sync_line);
    }

    @Override
    protected void onStart() {
        super.onStart();
        navigation.getMenu().findItem(section().id()).setChecked(true);
    }

    private boolean go(MenuItem item) {
        Section chosen = Section.of(item.getItemId());
        if (chosen != section()) {
            startActivity(new Intent(this, chosen.activity()).addFlags(Intent.FLAG_ACTIVITY_REORDER_TO_FRONT));
        }
        return chosen == section();
    }
}
