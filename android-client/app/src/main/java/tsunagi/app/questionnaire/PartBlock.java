package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.TextView;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem;

/** The beginning of a part of a repeat within a page, and the way to take it out. */
final class PartBlock extends BlockView {
    PartBlock(Context context, SheetItem.Part part, Answering answering) {
        super(context);
        LayoutInflater.from(context).inflate(R.layout.fill_part, this, true);
        TextView title = findViewById(R.id.part_title);
        title.setText(part.label());
        View remove = findViewById(R.id.part_remove);
        remove.setVisibility(part.isCounted() ? GONE : VISIBLE);
        remove.setOnClickListener(view -> answering.remove(part.path()));
    }

    @Override
    void show(FillBlock block, FillState state) {}
}
