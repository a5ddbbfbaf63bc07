package tsunagi.app.review;

import android.content.Context;
import android.util.AttributeSet;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.words.FieldWords;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;

/**
 * Says on the screen of any record that several people wrote different things in one field (食い違い), in which, and leads
 * to where it is decided. It takes no room where there is nothing to say.
 */
public final class ConflictBanner extends LinearLayout {
    public ConflictBanner(Context context) {
        this(context, null);
    }

    public ConflictBanner(Context context, AttributeSet attributes) {
        super(context, attributes);
        LayoutInflater.from(context).inflate(R.layout.review_conflict_banner, this, true);
        setVisibility(View.GONE);
    }

    /** Shows the conflicts of a record, or nothing where it has none. */
    public void show(RecordView record) {
        int open = record.state().conflicts().size();
        setVisibility(open == 0 ? View.GONE : View.VISIBLE);
        if (open > 0) {
            RecordKey key = record.key();
            TextView title = findViewById(R.id.review_banner_title);
            title.setText(getResources().getQuantityString(R.plurals.review_conflicts_here, open, open));
            TextView fields = findViewById(R.id.review_banner_fields);
            fields.setText(fields(record));
            findViewById(R.id.review_banner_open)
                    .setOnClickListener(tap -> getContext().startActivity(ConflictActivity.to(getContext(), key)));
        }
    }

    private String fields(RecordView record) {
        FieldWords words = new FieldWords(getContext());
        return record.state().conflicts().keySet().stream()
                .map(path -> words.field(record.key().type(), path))
                .distinct()
                .collect(Collectors.joining(getContext().getString(R.string.word_between)));
    }
}
