package tsunagi.app.workshop;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.MenuItem;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.snackbar.Snackbar;
import com.google.android.material.tabs.TabLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.participant.DistinctPeople;
import tsunagi.app.review.ConflictBanner;
import tsunagi.app.round.RoundActivity;
import tsunagi.app.round.RoundEditActivity;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/** One workshop: who came, by name or by count, what it was, and what it came to. */
public final class WorkshopActivity extends ScreenActivity<WorkshopPage> {
    private static final String TEAM = "team";
    private static final String ID = "id";
    private static final String TAB = "tab";
    private static final int TALLY = 1;

    private final List<WorkshopPart> workshopParts = new ArrayList<>();
    private TabLayout tabs;
    private RecordKey workshop;

    /** Opens a workshop. */
    public static Intent to(Context context, RecordKey workshop) {
        return new Intent(context, WorkshopActivity.class)
                .putExtra(TEAM, workshop.teamId().toString())
                .putExtra(ID, workshop.id().toString());
    }

    static RecordKey key(Intent intent) {
        return new RecordKey(
                UUID.fromString(intent.getStringExtra(TEAM)),
                RecordType.RECORD_TYPE_WORKSHOP_VALUE,
                UUID.fromString(intent.getStringExtra(ID)));
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        workshop = key(getIntent());
        setContentView(R.layout.workshop);
        MaterialToolbar toolbar = findViewById(R.id.workshop_toolbar);
        toolbar.setNavigationOnClickListener(view -> finish());
        toolbar.getMenu()
                .add(R.string.workshop_feedback)
                .setShowAsActionFlags(MenuItem.SHOW_AS_ACTION_IF_ROOM | MenuItem.SHOW_AS_ACTION_WITH_TEXT)
                .setOnMenuItemClickListener(item -> {
                    openFeedback();
                    return true;
                });
        tabs = findViewById(R.id.workshop_tabs);
        ViewGroup frame = findViewById(R.id.workshop_content);
        add(R.string.workshop_tab_roster, new RosterPart(this, frame, () -> turnTo(TALLY)));
        add(R.string.workshop_tab_tally, new TallyPart(this, frame));
        add(R.string.workshop_tab_details, new DetailsPart(this, frame));
        add(R.string.workshop_tab_summary, new SummaryPart(this, frame));
        tabs.addOnTabSelectedListener(new Turning());
        turnTo(saved == null ? 0 : saved.getInt(TAB));
    }

    private void add(int title, WorkshopPart part) {
        tabs.addTab(tabs.newTab().setText(title), false);
        workshopParts.add(part);
        ViewGroup frame = findViewById(R.id.workshop_content);
        part.view().setVisibility(View.GONE);
        frame.addView(part.view());
    }

    void turnTo(int tab) {
        tabs.selectTab(tabs.getTabAt(tab));
    }

    private final class Turning implements TabLayout.OnTabSelectedListener {
        @Override
        public void onTabSelected(TabLayout.Tab tab) {
            WorkshopPart part = workshopParts.get(tab.getPosition());
            part.view().setVisibility(View.VISIBLE);
            part.turned();
        }

        @Override
        public void onTabUnselected(TabLayout.Tab tab) {
            workshopParts.get(tab.getPosition()).view().setVisibility(View.GONE);
        }

        @Override
        public void onTabReselected(TabLayout.Tab tab) {}
    }

    /** The questionnaire of this workshop that was begun last; a new one where there is none. */
    private void openFeedback() {
        doing(
                () -> parts().tablet().lookup().referring(workshop, RecordType.RECORD_TYPE_ROUND_VALUE),
                rounds -> startActivity(
                        rounds.isEmpty()
                                ? RoundEditActivity.toNewAt(this, workshop)
                                : RoundActivity.to(this, rounds.get(0).key())));
    }

    @Override
    protected void onSaveInstanceState(Bundle saved) {
        super.onSaveInstanceState(saved);
        saved.putInt(TAB, tabs.getSelectedTabPosition());
    }

    @Override
    protected WorkshopPage load() {
        return WorkshopPage.of(parts(), this, workshop);
    }

    @Override
    protected void show(WorkshopPage page) {
        MaterialToolbar toolbar = findViewById(R.id.workshop_toolbar);
        toolbar.setTitle(page.line().titleWords(getResources()));
        toolbar.setSubtitle(page.line().whenAndWhereWords(getResources()));
        TextView count = findViewById(R.id.workshop_count);
        count.setText(CountWords.of(getResources(), page));
        ConflictBanner banner = findViewById(R.id.workshop_conflicts);
        banner.show(page.view());
        workshopParts.forEach(part -> part.show(page));
    }

    @Override
    protected void showFailure(RuntimeException failure) {
        workshopParts.forEach(WorkshopPart::failed);
        super.showFailure(failure);
    }

    Parts tabletParts() {
        return parts();
    }

    /** Who writes. Never on the main thread. */
    String author() {
        return Author.of(parts());
    }

    Attendances attendances() {
        return new Attendances(parts().tablet(), workshop, author());
    }

    Counting counting() {
        return new Counting(parts().tablet(), workshop, author());
    }

    Latecomers latecomers() {
        return new Latecomers(parts().tablet(), workshop.teamId());
    }

    List<RosterRow> readAgain(Collection<RosterRow> rows) {
        return attendances().readAgain(new RosterReader(parts().tablet(), workshop, new DistinctPeople(this)), rows);
    }

    void say(String text) {
        snackbar(text).show();
    }

    void say(String text, Runnable undo) {
        snackbar(text).setAction(R.string.undo, view -> undo.run()).show();
    }

    private Snackbar snackbar(String text) {
        return passing(findViewById(R.id.workshop_content), text);
    }
}
