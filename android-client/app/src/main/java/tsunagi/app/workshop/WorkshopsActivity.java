package tsunagi.app.workshop;

import android.os.Bundle;
import android.view.View;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import tsunagi.app.R;
import tsunagi.app.screen.Section;
import tsunagi.app.screen.SectionActivity;

/** 開催回: those of today and next, those that were, and the way to each roster. */
public final class WorkshopsActivity extends SectionActivity<WorkshopList> {
    private final LineAdapter lines = new LineAdapter();

    @Override
    protected Section section() {
        return Section.WORKSHOPS;
    }

    @Override
    protected int layout() {
        return R.layout.workshops;
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        RecyclerView list = findViewById(R.id.workshops_list);
        list.setLayoutManager(new LinearLayoutManager(this));
        list.setAdapter(lines);
        findViewById(R.id.workshops_new).setOnClickListener(view -> startActivity(WorkshopEditActivity.toNew(this)));
    }

    @Override
    protected WorkshopList load() {
        return WorkshopList.of(parts());
    }

    @Override
    protected void show(WorkshopList list) {
        lines.show(list);
        findViewById(R.id.workshops_empty).setVisibility(list.isEmpty() ? View.VISIBLE : View.GONE);
    }
}
