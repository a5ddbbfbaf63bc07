package tsunagi.app.outbox;

import android.os.Bundle;
import android.text.InputType;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.user.User;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;

/** 修正: the texts of a change that the server could not take in, to be mended and saved again. */
public final class CorrectActivity extends ScreenActivity<CorrectPage> {
    static final String DRAFT = "draft";

    private Optional<OpenDraft> open = Optional.empty();

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.outbox_correct);
        MaterialToolbar toolbar = findViewById(R.id.correct_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
        findViewById(R.id.correct_save).setOnClickListener(tap -> open.ifPresent(this::save));
    }

    @Override
    protected CorrectPage load() {
        return CorrectPage.of(this, UUID.fromString(getIntent().getStringExtra(DRAFT)));
    }

    @Override
    protected void show(CorrectPage page) {
        if (!page.draft().isPresent()) {
            finish();
        } else if (!open.isPresent()) {
            this.<MaterialToolbar>findViewById(R.id.correct_toolbar)
                    .setTitle(getString(R.string.outbox_title_of, page.type(), page.title()));
            doing(() -> parts().tablet(), tablet -> {
                OpenDraft draft = new OpenDraft(tablet, page.draft().get(), parts().work(), keeping -> {});
                open = Optional.of(draft);
                showFields(page, draft);
            });
        }
    }

    /** What came in meanwhile is none of this draft's business. */
    @Override
    protected void afterSync() {}

    private void showFields(CorrectPage page, OpenDraft draft) {
        LinearLayout fields = findViewById(R.id.correct_fields);
        fields.removeAllViews();
        DraftForm form = new DraftForm(this, draft, path -> {}).in(fields);
        for (CorrectPage.Field field : page.fields()) {
            if (field.text().isPresent()) {
                form.text(
                        View.generateViewId(),
                        field.path(),
                        field.label(),
                        field.text().get(),
                        InputType.TYPE_CLASS_TEXT
                                | InputType.TYPE_TEXT_FLAG_MULTI_LINE
                                | InputType.TYPE_TEXT_FLAG_CAP_SENTENCES,
                        typed -> draft.set(field.path(), onTheWire(field.path(), typed)));
            } else {
                TextView kept = (TextView) getLayoutInflater().inflate(R.layout.row_note, fields, false);
                String words = field.words().replace("\n", getString(R.string.word_between));
                kept.setText(getString(R.string.correct_kept, field.label(), words));
                fields.addView(kept);
            }
        }
    }

    private static ByteString onTheWire(FieldPath path, String text) {
        if (text.isEmpty()) {
            return ByteString.EMPTY;
        }
        ByteString.Output bytes = ByteString.newOutput();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeString(path.number(), text);
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteString();
    }

    private void save(OpenDraft draft) {
        draft.afterwards(
                () -> {
                    Draft written = draft.draft();
                    String author = parts().users()
                            .current()
                            .map(User::personId)
                            .orElseThrow(() -> new IllegalStateException("nobody holds the tablet"));
                    return parts().tablet().save(written, author);
                },
                saved -> finish(),
                this::showFailure);
    }
}
