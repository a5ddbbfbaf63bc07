package tsunagi.app.workplace;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.navigation.RecordScreens;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;

/** Which workplace something is begun for, those last visited first; then on to where it is written. */
public final class ChooseWorkplaceActivity extends ScreenActivity<FoundWorkplaces> {
    private static final String PURPOSE = "purpose";

    private SearchPart search;

    /** What a workplace is chosen for. */
    public enum Purpose {
        VISIT(R.string.workplace_visit),
        WORKSHOP(R.string.workplace_workshop),
        ROUND(R.string.workplace_round);

        private final int title;

        Purpose(int title) {
            this.title = title;
        }

        private Optional<Intent> begin(Context context, RecordKey workplace) {
            return switch (this) {
                case VISIT -> RecordScreens.newVisit(context, workplace);
                case WORKSHOP -> RecordScreens.newWorkshop(context, workplace);
                case ROUND -> RecordScreens.newRound(context, workplace);
            };
        }
    }

    /** Asks for the workplace, then begins. */
    public static Intent to(Context context, Purpose purpose) {
        return new Intent(context, ChooseWorkplaceActivity.class).putExtra(PURPOSE, purpose.name());
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.workplace_choose);
        Purpose purpose = Purpose.valueOf(getIntent().getStringExtra(PURPOSE));
        MaterialToolbar toolbar = findViewById(R.id.workplace_toolbar);
        toolbar.setTitle(purpose.title);
        toolbar.setSubtitle(R.string.workplace_choose);
        toolbar.setNavigationOnClickListener(tap -> finish());
        search =
                new SearchPart(this, workplace -> purpose.begin(this, workplace).ifPresent(this::begin));
    }

    private void begin(Intent screen) {
        startActivity(screen);
        finish();
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
