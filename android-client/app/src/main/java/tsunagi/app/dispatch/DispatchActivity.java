package tsunagi.app.dispatch;

import android.content.Context;
import android.content.Intent;
import android.widget.LinearLayout;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.app.R;
import tsunagi.app.draft.DraftPage;
import tsunagi.app.screen.EditActivity;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.Rows;
import tsunagi.app.words.Names;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;

/**
 * 派遣許可: whether the bodies of those who go to a visit or workshop let them go. What else somebody began to write about
 * it stays begun.
 */
public final class DispatchActivity extends EditActivity<Message> {
    /** The permissions for a visit or a workshop. */
    public static Intent to(Context context, RecordKey visitOrWorkshop) {
        return RecordIntent.to(context, DispatchActivity.class, visitOrWorkshop);
    }

    private RecordKey record() {
        return RecordIntent.key(getIntent());
    }

    @Override
    protected Message type() {
        return Staffed.type(record());
    }

    @Override
    protected RecordKey newKey() {
        return record();
    }

    @Override
    protected int title(boolean isNew) {
        return R.string.dispatch;
    }

    @Override
    protected void fill(Inputs<Message> inputs) {
        doing(() -> DispatchPage.of(new Names(this), record(), inputs.now()), page -> {
            LinearLayout about = findViewById(R.id.edit_beside);
            Rows rows = Rows.anew(about);
            rows.row(page.title()).icon(R.drawable.ic_visit);
            rows.note(page.people().isEmpty() ? R.string.dispatch_nobody : R.string.dispatch_note);
            PermissionInputs permissions = new PermissionInputs(this, inputs, record());
            page.people().forEach(permissions::add);
            inputs.form().show(inputs.page());
        });
    }

    @Override
    protected void beside(DraftPage<Message> page) {}

    @Override
    protected void saved(RecordKey record) {}

    @Override
    protected void save(Draft draft, String author) {
        Draft permissions = parts().tablet().edit(draft.key());
        entered(draft).forEach((path, value) -> {
            if (value.isEmpty()) {
                permissions.clear(path);
            } else {
                permissions.set(path, value);
            }
        });
        parts().tablet().save(permissions, author);
        discard(draft);
    }

    @Override
    protected void discard(Draft draft) {
        entered(draft).keySet().forEach(draft::undo);
        if (draft.entered().isEmpty()) {
            draft.discard();
        }
    }

    private static SortedMap<FieldPath, ByteString> entered(Draft draft) {
        SortedMap<FieldPath, ByteString> entered = new TreeMap<>();
        for (Map.Entry<FieldPath, ByteString> field : draft.entered().entrySet()) {
            if (field.getKey().number() == Staffed.field(draft.key())) {
                entered.put(field.getKey(), field.getValue());
            }
        }
        return entered;
    }
}
