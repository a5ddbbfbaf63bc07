package tsunagi.app.workplace;

import android.text.Editable;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;

/** The field one types into to find a workplace, and the list below it. */
final class SearchPart {
    private final ScreenActivity<FoundWorkplaces> screen;
    private final WorkplaceRows rows;
    private volatile String typed = "";

    SearchPart(ScreenActivity<FoundWorkplaces> screen, Consumer<RecordKey> tapped) {
        this.screen = screen;
        this.rows = new WorkplaceRows(tapped);
        RecyclerView list = screen.findViewById(R.id.workplace_list);
        list.setLayoutManager(new LinearLayoutManager(screen));
        list.setAdapter(rows);
        list.setItemAnimator(null);
        EditText field = screen.findViewById(R.id.workplace_search);
        field.addTextChangedListener(new Typed() {
            @Override
            public void afterTextChanged(Editable text) {
                typed = text.toString();
                screen.reload();
            }
        });
    }

    /** What stands in the field; may be asked beside the main thread. */
    String typed() {
        return typed;
    }

    void show(FoundWorkplaces found) {
        rows.show(found.lines());
        boolean isEmpty = found.lines().isEmpty();
        TextView empty = screen.findViewById(R.id.workplace_empty);
        empty.setVisibility(isEmpty ? View.VISIBLE : View.GONE);
        empty.setText(emptyWords(found));
        TextView note = screen.findViewById(R.id.workplace_note);
        note.setText(
                found.more() > 0
                        ? screen.getResources()
                                .getQuantityString(R.plurals.workplace_found_more, found.more(), found.more())
                        : screen.getString(R.string.workplace_recent));
        boolean hasNote = found.more() > 0 || (found.typed().trim().isEmpty() && !isEmpty);
        note.setVisibility(hasNote ? View.VISIBLE : View.GONE);
    }

    private String emptyWords(FoundWorkplaces found) {
        if (!found.hasTeam()) {
            return screen.getString(R.string.workplace_nobody);
        }
        return found.typed().trim().isEmpty()
                ? screen.getString(R.string.workplace_none)
                : screen.getString(R.string.workplace_found_none, found.typed());
    }
}
