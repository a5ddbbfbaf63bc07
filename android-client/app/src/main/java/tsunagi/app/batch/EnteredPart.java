package tsunagi.app.batch;

import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.List;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;

/** How many sheets were typed, and the last of them, to be opened again. */
final class EnteredPart {
    private static final int SHOWN_MOST = 30;

    private final View root;
    private final Consumer<EnteredSheet> onReopen;

    EnteredPart(View root, Consumer<EnteredSheet> onReopen) {
        this.root = root;
        this.onReopen = onReopen;
    }

    void show(List<EnteredSheet> entered) {
        TextView count = root.findViewById(R.id.batch_count);
        count.setText(root.getContext().getString(R.string.batch_number, entered.size()));
        TextView none = root.findViewById(R.id.batch_recent_none);
        none.setText(entered.isEmpty() ? R.string.batch_recent_none : R.string.batch_recent_meaning);
        ViewGroup list = root.findViewById(R.id.batch_recent);
        Rows rows = Rows.anew(list);
        for (EnteredSheet sheet : entered.subList(0, Math.min(SHOWN_MOST, entered.size()))) {
            Row row = rows.row(root.getContext().getString(R.string.batch_sheet, sheet.number()))
                    .detail(code(sheet))
                    .onTap(() -> onReopen.accept(sheet));
            if (sheet.isTwice()) {
                row.wanted(R.drawable.ic_warning, root.getContext().getText(R.string.batch_sheet_twice));
            }
        }
    }

    private String code(EnteredSheet sheet) {
        return sheet.code().isEmpty() ? "" : root.getContext().getString(R.string.batch_sheet_code, sheet.code());
    }
}
