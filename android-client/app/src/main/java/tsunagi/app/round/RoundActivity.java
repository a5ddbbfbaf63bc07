package tsunagi.app.round;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.batch.BatchActivity;
import tsunagi.app.kiosk.KioskActivity;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;

/** 調査回: one asking of a form; from here the tablet is handed over and paper is entered. */
public final class RoundActivity extends ScreenActivity<Optional<RoundPage>> {
    private CountsPart counts;

    public static Intent to(Context context, RecordKey round) {
        return RecordIntent.to(context, RoundActivity.class, round);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.round);
        MaterialToolbar toolbar = findViewById(R.id.round_toolbar);
        toolbar.setNavigationOnClickListener(view -> finish());
        toolbar.getMenu().add(R.string.round_edit).setOnMenuItemClickListener(item -> {
            startActivity(RoundEditActivity.to(this, round()));
            return true;
        });
        findViewById(R.id.round_start_kiosk).setOnClickListener(view -> startActivity(KioskActivity.to(this, round())));
        findViewById(R.id.round_enter_paper).setOnClickListener(view -> startActivity(BatchActivity.to(this, round())));
        counts = new CountsPart(findViewById(android.R.id.content), this::save);
    }

    private RecordKey round() {
        return RecordIntent.key(getIntent());
    }

    @Override
    protected Optional<RoundPage> load() {
        return RoundPage.of(parts(), round());
    }

    @Override
    protected void onPause() {
        super.onPause();
        counts.saveNow();
    }

    private void save(RoundCount count, Optional<Integer> number) {
        doing(
                () -> {
                    parts().users()
                            .current()
                            .ifPresent(user -> count.save(parts().tablet(), round(), number, user.personId()));
                    return load();
                },
                page -> {
                    show(page);
                    counts.kept();
                });
    }

    @Override
    protected void show(Optional<RoundPage> found) {
        if (!found.isPresent()) {
            finish();
            return;
        }
        RoundPage page = found.get();
        RoundInBrief brief = page.brief();
        say(R.id.round_name, brief.name());
        say(R.id.round_form_and_place, RoundsPart.joined(brief.formTitle(), brief.place()));
        say(
                R.id.round_kind,
                RoundsPart.joined(
                        RoundsPart.kind(this, brief),
                        getString(RoundWords.identityMeaning(brief.round().getIdentity()))));
        showWays(page);
        counts.show(page);
        RoundSheets sheets = brief.sheets();
        say(
                R.id.round_here,
                getString(
                        R.string.round_here,
                        sheets.complete(),
                        sheets.valid(),
                        sheets.brokenOff().size()));
        say(
                R.id.round_twice,
                sheets.codesTwice().isEmpty()
                        ? ""
                        : getString(R.string.round_twice, String.join(", ", sheets.codesTwice())));
        new BrokenOffPart(findViewById(android.R.id.content)).show(sheets.brokenOff());
    }

    private void showWays(RoundPage page) {
        boolean isFit = page.hindrance() == RoundPage.Hindrance.NONE;
        findViewById(R.id.round_start_kiosk).setEnabled(isFit && page.isFitForKiosk());
        findViewById(R.id.round_enter_paper).setEnabled(isFit);
        String why = "";
        if (page.hindrance() == RoundPage.Hindrance.FORM_NOT_HERE) {
            why = getString(R.string.kiosk_ready_no_form);
        } else if (page.hindrance() == RoundPage.Hindrance.NOBODY_HOLDS_THE_TABLET) {
            why = getString(R.string.kiosk_ready_no_user);
        } else if (!page.isFitForKiosk()) {
            why = getString(R.string.kiosk_ready_named);
        }
        say(R.id.round_hindrance, why);
    }

    private void say(int id, String text) {
        TextView view = findViewById(id);
        view.setText(text);
        view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
    }
}
