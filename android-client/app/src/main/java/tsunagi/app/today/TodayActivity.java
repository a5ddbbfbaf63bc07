package tsunagi.app.today;

import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import tsunagi.app.R;
import tsunagi.app.questionnaire.QuestionnairesActivity;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;
import tsunagi.app.user.User;
import tsunagi.app.workplace.ChooseWorkplaceActivity;
import tsunagi.app.workplace.ChooseWorkplaceActivity.Purpose;
import tsunagi.app.workshop.WorkshopsActivity;

/** 今日: what is up today and next, what waits to be finished, and how safe it all is. */
public final class TodayActivity extends SectionActivity<TodayPage> {
    @Override
    protected Section section() {
        return Section.TODAY;
    }

    @Override
    protected int layout() {
        return R.layout.today;
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        findViewById(R.id.today_visit)
                .setOnClickListener(tap -> startActivity(ChooseWorkplaceActivity.to(this, Purpose.VISIT)));
        findViewById(R.id.today_workshop).setOnClickListener(tap -> go(WorkshopsActivity.class));
        findViewById(R.id.today_round).setOnClickListener(tap -> go(QuestionnairesActivity.class));
    }

    private void go(Class<? extends SectionActivity<?>> section) {
        startActivity(new Intent(this, section).addFlags(Intent.FLAG_ACTIVITY_REORDER_TO_FRONT));
    }

    @Override
    protected TodayPage load() {
        return TodayPage.of(this);
    }

    @Override
    protected void show(TodayPage page) {
        TextView greeting = findViewById(R.id.today_greeting);
        greeting.setText(page.user()
                .map(user -> getString(R.string.today_greeting, user.name()))
                .orElseGet(() -> getString(R.string.today_nobody)));
        TextView day = findViewById(R.id.today_day);
        day.setText(page.user()
                .map(User::teamName)
                .map(team -> getString(R.string.today_day_and_team, page.day(), team))
                .orElse(page.day()));
        boolean isKnown = page.user().isPresent();
        show(R.id.today_begin, isKnown);
        show(R.id.today_empty, isKnown && page.isEmpty());
        PlanRows plans = new PlanRows(this);
        plans.unfinished(part(R.id.today_unfinished), page.plans().unfinished());
        plans.plans(part(R.id.today_plans), R.string.today_plans, page.plans().today());
        plans.plans(part(R.id.today_next), R.string.today_next, page.plans().next());
        plans.recent(part(R.id.today_recent), page.recent());
        WaitingRows waiting = new WaitingRows(this);
        waiting.drafts(part(R.id.today_drafts), page.drafts());
        waiting.followUps(part(R.id.today_follow_ups), page.followUps());
        waiting.review(part(R.id.today_review), page.questions(), page.conflicts());
    }

    private void show(int id, boolean isShown) {
        findViewById(id).setVisibility(isShown ? View.VISIBLE : View.GONE);
    }

    private LinearLayout part(int id) {
        return findViewById(id);
    }
}
