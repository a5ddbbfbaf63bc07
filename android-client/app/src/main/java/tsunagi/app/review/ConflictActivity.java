package tsunagi.app.review;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.protobuf.ByteString;
import tsunagi.app.R;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.user.User;
import tsunagi.change.FieldPath;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;

/** 食い違い: the values of a record that did not know of each other, side by side, and which is to stand. */
public final class ConflictActivity extends ScreenActivity<ConflictPage> {
    private RecordKey key;

    /** The conflicts of any record. */
    public static Intent to(Context context, RecordKey key) {
        return RecordIntent.to(context, ConflictActivity.class, key);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        key = RecordIntent.key(getIntent());
        setContentView(R.layout.review_conflict);
        MaterialToolbar toolbar = findViewById(R.id.review_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
    }

    @Override
    protected ConflictPage load() {
        return ConflictPage.of(this, key);
    }

    @Override
    protected void show(ConflictPage page) {
        MaterialToolbar toolbar = findViewById(R.id.review_toolbar);
        toolbar.setTitle(getString(R.string.review_conflict_of, page.type()));
        TextView title = findViewById(R.id.review_title);
        title.setText(page.title());
        show(R.id.review_for_supervisor, !page.mayDecide() && !page.fields().isEmpty());
        show(R.id.review_settled, page.fields().isEmpty());
        LinearLayout list = findViewById(R.id.review_fields);
        list.removeAllViews();
        for (ConflictPage.Field field : page.fields()) {
            ConflictField view = new ConflictField(list, field, page.mayDecide());
            view.onDecided(value -> decide(page.seen(), field.path(), value));
        }
    }

    private void show(int id, boolean isShown) {
        findViewById(id).setVisibility(isShown ? View.VISIBLE : View.GONE);
    }

    private void decide(RecordView seen, FieldPath path, ByteString value) {
        doing(
                () -> {
                    String author =
                            parts().users().current().map(User::personId).orElseThrow(IllegalStateException::new);
                    parts().tablet().resolve(seen, path, value, author);
                    return load();
                },
                page -> {
                    show(page);
                    say(R.string.review_decided);
                });
    }
}
