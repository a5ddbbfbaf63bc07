package tsunagi.app.today;

import android.view.View;
import android.widget.TextView;
import tsunagi.app.R;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

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
    protected TodayPage load() {
        return TodayPage.of(parts());
    }

    @Override
    protected void show(TodayPage page) {
        TextView empty = findViewById(R.id.today_empty);
        empty.setVisibility(page.drafts() == 0 ? View.VISIBLE : View.GONE);
    }
}
