package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.TextView;
import tsunagi.app.R;

/** The title of a group within a page. */
final class TitleBlock extends BlockView {
    TitleBlock(Context context, String label) {
        super(context);
        LayoutInflater.from(context).inflate(R.layout.fill_title, this, true);
        TextView title = findViewById(R.id.title_text);
        title.setText(label);
    }

    @Override
    void show(FillBlock block, FillState state) {}
}
