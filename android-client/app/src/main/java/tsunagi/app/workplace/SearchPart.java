package tsunagi.app.workplace;

import android.text.Editable;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.Typed;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;

/** The field one types into to find a workplace, the list below it, and the way to a new one. */
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
        screen.findViewById(R.id.workplace_new)
                .setOnClickListener(tap -> screen.startActivity(WorkplaceEditActivity.toNew(screen)));
        field.addTextChangedListener(new Typed() {
            @Override
            public void afterTextChanged(Editable text) {
                typed = text.toString();
                screen.reload();
            }
        });
    }

    /** What fits what stands in the field; beside the main thread. */
    FoundWorkplaces find() {
        return FoundWorkplaces.of(TsunagiApp.parts(screen), typed);
    }

    void show(FoundWorkplaces found) {
        rows.show(found.lines());
        screen.findViewById(R.id.workplace_new).setVisibility(found.hasTeam() ? View.VISIBLE : View.GONE);
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
