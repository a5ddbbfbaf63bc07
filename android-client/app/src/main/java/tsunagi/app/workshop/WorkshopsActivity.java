package tsunagi.app.workshop;

import tsunagi.app.R;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

/** 開催回: those of today and next, and the way to each roster. */
public final class WorkshopsActivity extends SectionActivity<Integer> {
    @Override
    protected Section section() {
        return Section.WORKSHOPS;
    }

    @Override
    protected int layout() {
        return R.layout.workshops;
    }

    @Override
    protected Integer load() {
        return 0;
    }

    @Override
    protected void show(Integer state) {}
}
