package tsunagi.app.screen;

import android.content.Intent;
import android.os.Bundle;
import android.view.MenuItem;
import android.view.ViewGroup;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.navigation.NavigationBarView;
import tsunagi.app.R;

/**
 * One of the sections between which people go back and forth: the rail beside it, or the bar below it on a phone, leads
 * to the others.
 */
public abstract class SectionActivity<S> extends ScreenActivity<S> {
    private NavigationBarView navigation;

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
        navigation = findViewById(R.id.section_navigation);
        Section.addTo(navigation.getMenu());
        navigation.setOnItemSelectedListener(this::go);
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
