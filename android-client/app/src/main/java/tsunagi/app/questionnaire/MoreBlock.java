package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.TextView;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem;

/** A place where a further part can be added. */
final class MoreBlock extends BlockView {
    private final Answering answering;
    private final String repeatPath;

    MoreBlock(Context context, SheetItem.OneMore repeat, Answering answering) {
        super(context);
        this.answering = answering;
        this.repeatPath = repeat.path();
        LayoutInflater.from(context).inflate(R.layout.fill_more, this, true);
        TextView title = findViewById(R.id.more_title);
        title.setText(repeat.label());
        findViewById(R.id.more_add).setOnClickListener(view -> answering.add(repeatPath));
    }

    @Override
    void show(FillBlock block, FillState state) {
        int count = 0;
        String last = "";
        for (FillEntry entry : state.entries()) {
            if (entry.path().startsWith(repeatPath + "[")) {
                String part = entry.path().substring(0, entry.path().indexOf(']', repeatPath.length()));
                count += part.equals(last) ? 0 : 1;
                last = part;
            }
        }
        TextView words = findViewById(R.id.more_count);
        words.setText(getResources().getQuantityString(R.plurals.fill_parts, count, count));
    }

    @Override
    boolean digit(int digit) {
        if (digit == 0) {
            answering.next();
        }
        return digit == 0;
    }
}
