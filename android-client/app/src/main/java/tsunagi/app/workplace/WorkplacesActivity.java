package tsunagi.app.workplace;

import android.os.Bundle;
import tsunagi.app.R;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

/** 事業場: search as one types, and the way to each workplace's page. */
public final class WorkplacesActivity extends SectionActivity<FoundWorkplaces> {
    private SearchPart search;

    @Override
    protected Section section() {
        return Section.WORKPLACES;
    }

    @Override
    protected int layout() {
        return R.layout.workplaces;
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        search = new SearchPart(this, workplace -> startActivity(WorkplaceActivity.to(this, workplace)));
    }

    @Override
    protected FoundWorkplaces load() {
        return search.find();
    }

    @Override
    protected void show(FoundWorkplaces found) {
        search.show(found);
    }
}
