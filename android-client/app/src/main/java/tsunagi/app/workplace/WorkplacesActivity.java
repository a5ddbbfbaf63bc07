package tsunagi.app.workplace;

import tsunagi.app.R;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

/** 事業場: search as one types, and the way to each workplace's page. */
public final class WorkplacesActivity extends SectionActivity<Integer> {
    @Override
    protected Section section() {
        return Section.WORKPLACES;
    }

    @Override
    protected int layout() {
        return R.layout.workplaces;
    }

    @Override
    protected Integer load() {
        return 0;
    }

    @Override
    protected void show(Integer state) {}
}
