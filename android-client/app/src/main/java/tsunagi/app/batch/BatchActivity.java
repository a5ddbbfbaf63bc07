package tsunagi.app.batch;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.activity.OnBackPressedCallback;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tsunagi.app.R;
import tsunagi.app.questionnaire.FillSetting;
import tsunagi.app.questionnaire.FillView;
import tsunagi.app.questionnaire.SheetWalk;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.screen.SearchDialog;
import tsunagi.engine.form.Filling;
import tsunagi.engine.tablet.Tablet;
import tsunagi.matchcode.MatchCode;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.RoundIdentity;

/** 紙から入力: sheets of paper are typed, one after the other, without a hand leaving the keys. */
public final class BatchActivity extends ScreenActivity<BatchActivity.Desktop> implements HeadPart.Desk {
    private HeadPart head;
    private EnteredPart entered;
    private Desktop shown;
    private FillView view;
    private boolean isOpening;

    /**
     * The desk, and the sheet that lies on it.
     *
     * @param personId empty as long as nobody said who holds the tablet
     */
    record Desktop(BatchPage page, String personId, Optional<SheetWalk> unfinished, String unfinishedCode) {}

    /** A sheet that was opened, and the code on it. */
    private record Opened(SheetWalk walk, String words) {}

    public static Intent to(Context context, RecordKey round) {
        return RecordIntent.to(context, BatchActivity.class, round);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.batch);
        MaterialToolbar toolbar = findViewById(R.id.batch_toolbar);
        toolbar.setNavigationOnClickListener(back -> leave());
        View root = findViewById(android.R.id.content);
        head = new HeadPart(root, parts().today(), this);
        entered = new EnteredPart(root, sheet -> reopen(sheet));
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                if (view == null || !view.back()) {
                    leave();
                }
            }
        });
    }

    private RecordKey round() {
        return RecordIntent.key(getIntent());
    }

    @Override
    protected Desktop load() {
        String personId = parts().users().current().map(user -> user.personId()).orElse("");
        Optional<Filling> unfinished = personId.isEmpty() || view != null
                ? Optional.empty()
                : sheets(personId).unfinished();
        return new Desktop(
                BatchPage.of(parts(), round()),
                personId,
                unfinished.map(this::walk),
                unfinished.map(filling -> words(filling.key())).orElse(""));
    }

    @Override
    protected void show(Desktop desktop) {
        shown = desktop;
        entered.show(desktop.page().entered());
        if (desktop.personId().isEmpty()) {
            say(R.string.kiosk_ready_no_user);
            finish();
        } else if (desktop.unfinished().isPresent() && view == null) {
            open(new Opened(desktop.unfinished().get(), desktop.unfinishedCode()));
        } else if (view == null && !isOpening) {
            next();
        }
    }

    /** The next sheet: where its head says nothing, it begins at once. */
    private void next() {
        boolean isPlain = shown.page().round().getConsentScopesCount() == 0
                && shown.page().round().getIdentity() != RoundIdentity.ROUND_IDENTITY_CODED
                && shown.page().round().getIdentity() != RoundIdentity.ROUND_IDENTITY_NAMED;
        showForm(false, "");
        head.show(shown.page().round());
        if (isPlain) {
            begin(Optional.empty());
        }
    }

    @Override
    public void begin(Optional<MatchCode> code) {
        if (code.isPresent() && shown.page().codes().containsKey(code.get().digits())) {
            new MaterialAlertDialogBuilder(this)
                    .setTitle(R.string.batch_twice_title)
                    .setMessage(R.string.batch_twice_meaning)
                    .setPositiveButton(R.string.batch_twice_go, (dialog, which) -> begin(head.sheet(code, "")))
                    .setNegativeButton(R.string.batch_twice_back, null)
                    .show();
        } else {
            begin(head.sheet(code, ""));
        }
    }

    private void begin(PaperSheet sheet) {
        String person = shown.personId();
        open(() -> sheets(person).begin(sheet));
    }

    @Override
    public void giveOut() {
        if (!parts().settings().tabletNumber().isPresent()) {
            new TabletNumberDialog(this, parts().settings()).ask(this::giveOut);
            return;
        }
        OwnCodes own = new OwnCodes(
                round(), shown.page().round(), parts().settings().tabletNumber().getAsInt());
        Optional<OwnCodes.Next> next = own.next(shown.page().usedCodes());
        if (!next.isPresent()) {
            say(R.string.batch_code_next_over);
            return;
        }
        String person = shown.personId();
        PaperSheet sheet = head.sheet(Optional.of(next.get().code()), "");
        open(() -> {
            sheets(person).giveOut(next.get());
            return sheets(person).begin(sheet);
        });
    }

    @Override
    public void choosePerson() {
        People people = new People(round().teamId(), shown.page().round().getWorkplaceId());
        new SearchDialog(
                        this,
                        R.string.batch_person,
                        typed -> people.find(parts().tablet().lookup(), typed),
                        People::line,
                        id -> begin(head.sheet(Optional.empty(), id)))
                .show(R.string.batch_person_search);
    }

    private void reopen(EnteredSheet sheet) {
        String person = shown.personId();
        Runnable reopening = () -> open(() -> sheets(person).reopen(sheet.key()));
        if (view == null) {
            reopening.run();
        } else {
            say(R.string.batch_leave);
        }
    }

    private void open(Supplier<Optional<Filling>> opening) {
        if (isOpening) {
            return;
        }
        isOpening = true;
        doing(() -> opening.get().map(filling -> new Opened(walk(filling), words(filling.key()))), opened -> {
            isOpening = false;
            if (opened.isPresent()) {
                open(opened.get());
            } else {
                say(R.string.batch_cannot);
            }
        });
    }

    private void open(Opened opened) {
        ViewGroup form = findViewById(R.id.batch_form);
        form.removeAllViews();
        view = new FillView(this);
        form.addView(view);
        showForm(true, opened.words());
        view.show(opened.walk(), shown.personId(), sheet -> completed());
        view.requestFocus();
    }

    private void completed() {
        ViewGroup form = findViewById(R.id.batch_form);
        form.removeAllViews();
        view = null;
        reload();
    }

    private void showForm(boolean isShown, String words) {
        findViewById(R.id.batch_form).setVisibility(isShown ? View.VISIBLE : View.GONE);
        findViewById(R.id.batch_head).setVisibility(isShown ? View.GONE : View.VISIBLE);
        TextView sheet = findViewById(R.id.batch_sheet);
        sheet.setVisibility(words.isEmpty() ? View.GONE : View.VISIBLE);
        sheet.setText(words);
    }

    /** What is said of a sheet above it. */
    private String words(RecordKey key) {
        Tablet tablet = parts().tablet();
        boolean isSaved = tablet.show(key).isAlive();
        Response response = sheets("").standing(key);
        String code = MatchCodeWords.of(this, response.getMatchCode());
        return isSaved ? getString(R.string.batch_sheet_correcting) + "  " + code : code;
    }

    private SheetWalk walk(Filling filling) {
        return new SheetWalk(
                filling,
                FillSetting.ofPaper(),
                sha256 -> parts().tablet().files().read(filling.key().teamId(), sha256),
                Locale.getDefault());
    }

    private BatchSheets sheets(String personId) {
        return new BatchSheets(parts().tablet(), round(), personId);
    }

    /** Leaves the desk; what lies on it lies there when it is opened again. */
    private void leave() {
        if (view == null) {
            finish();
        } else {
            view.leave(this::finish);
        }
    }
}
