package tsunagi.app.workplace;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.LinearLayout;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.dispatch.DispatchPart;
import tsunagi.app.navigation.RecordScreens;
import tsunagi.app.review.ConflictBanner;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.today.FollowUpRows;
import tsunagi.record.RecordKey;

/** 事業場の頁: everything about one workplace, and where to begin what is done there. */
public final class WorkplaceActivity extends ScreenActivity<WorkplacePage> {
    private RecordKey key;

    /** The page of a workplace. */
    public static Intent to(Context context, RecordKey workplace) {
        return RecordIntent.to(context, WorkplaceActivity.class, workplace);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        key = RecordIntent.key(getIntent());
        setContentView(R.layout.workplace);
        MaterialToolbar toolbar = findViewById(R.id.workplace_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
        toolbar.inflateMenu(R.menu.workplace);
        toolbar.setOnMenuItemClickListener(item -> {
            startActivity(WorkplaceEditActivity.to(this, key));
            return true;
        });
    }

    @Override
    protected WorkplacePage load() {
        return WorkplacePage.of(this, key);
    }

    @Override
    protected void show(WorkplacePage page) {
        key = page.view().key();
        boolean isThere = page.view().isAlive();
        findViewById(R.id.workplace_gone).setVisibility(isThere ? View.GONE : View.VISIBLE);
        findViewById(R.id.workplace_page).setVisibility(isThere ? View.VISIBLE : View.GONE);
        MaterialToolbar toolbar = findViewById(R.id.workplace_toolbar);
        toolbar.getMenu().setGroupVisible(0, isThere);
        if (isThere) {
            ConflictBanner banner = findViewById(R.id.workplace_conflicts);
            banner.show(page.view());
            toolbar.setTitle(page.sketch().name());
            begin(R.id.workplace_visit, RecordScreens.newVisit(this, key));
            begin(R.id.workplace_workshop, RecordScreens.newWorkshop(this, key));
            begin(R.id.workplace_round, RecordScreens.newRound(this, key));
            showParts(page);
        }
    }

    private void begin(int button, Optional<Intent> screen) {
        View view = findViewById(button);
        view.setVisibility(screen.isPresent() ? View.VISIBLE : View.GONE);
        view.setOnClickListener(tap -> screen.ifPresent(this::startActivity));
    }

    private void showParts(WorkplacePage page) {
        new SketchPart(this, part(R.id.workplace_sketch)).show(page);
        new ContactsPart(this, part(R.id.workplace_contacts)).show(key, page.contacts());
        Rows next = Rows.anew(part(R.id.workplace_next));
        next.heading(R.string.workplace_next);
        FollowUpRows.show(this, next, page.nextSteps(), false);
        if (page.nextSteps().isEmpty()) {
            next.note(R.string.workplace_next_none);
        }
        DispatchPart.show(this, part(R.id.workplace_dispatch), page.dispatches());
        HappeningsPart happenings = new HappeningsPart(this);
        happenings.referrals(part(R.id.workplace_referrals), page.referrals());
        happenings.thisYear(part(R.id.workplace_year), page.thisYear());
        happenings.history(part(R.id.workplace_history), page.history());
        FactsPart facts = new FactsPart(this);
        facts.departments(part(R.id.workplace_departments), page.workplace());
        facts.facts(part(R.id.workplace_facts), key, page.facts());
        facts.problems(part(R.id.workplace_problems), page.problems());
    }

    private LinearLayout part(int id) {
        return findViewById(id);
    }
}
