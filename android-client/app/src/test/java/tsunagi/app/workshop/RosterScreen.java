package tsunagi.app.workshop;

import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.recyclerview.widget.RecyclerView;
import org.robolectric.android.controller.ActivityController;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.record.RecordKey;

/** The page of a workshop as a finger and an eye know it. */
final class RosterScreen {
    final ActivityController<WorkshopActivity> controller;
    final WorkshopActivity activity;

    private RosterScreen(ActivityController<WorkshopActivity> controller) {
        this.controller = controller;
        this.activity = controller.get();
    }

    static RosterScreen open(RecordKey workshop) {
        return new RosterScreen(Stage.open(WorkshopActivity.class, WorkshopActivity.to(Stage.app(), workshop)));
    }

    RecyclerView list() {
        return activity.findViewById(R.id.roster_list);
    }

    int rows() {
        return list().getAdapter().getItemCount();
    }

    /** The row in a place of the list, scrolled into view. */
    View row(int position) {
        RecyclerView.ViewHolder holder = list().findViewHolderForAdapterPosition(position);
        if (holder == null) {
            list().scrollToPosition(position);
            Stage.settle();
            holder = list().findViewHolderForAdapterPosition(position);
        }
        return holder.itemView;
    }

    /** The row with this name. */
    View row(String name) {
        for (int i = 0; i < rows(); i++) {
            TextView shown = row(i).findViewById(R.id.row_name);
            if (shown != null && shown.getText().toString().equals(name)) {
                return row(i);
            }
        }
        throw new AssertionError("nobody is called " + name);
    }

    /** The line of somebody who is not on the roster, by what it says above the name. */
    View newcomer(String detail) {
        for (int i = 0; i < rows(); i++) {
            TextView shown = row(i).findViewById(R.id.newcomer_detail);
            if (shown != null && shown.getText().toString().contains(detail)) {
                return row(i);
            }
        }
        throw new AssertionError("nobody new: " + detail);
    }

    String state(String name) {
        TextView state = row(name).findViewById(R.id.row_state);
        return state.getText().toString();
    }

    String count() {
        TextView count = activity.findViewById(R.id.workshop_count);
        return count.getText().toString();
    }

    void type(String words) {
        EditText field = activity.findViewById(R.id.roster_search);
        field.setText(words);
        Stage.settle();
    }

    void tapIn(String name, int id) {
        Stage.tap(row(name).findViewById(id));
    }

    /** Taps the button of what the screen said in passing. */
    void undo() {
        View action = activity.findViewById(com.google.android.material.R.id.snackbar_action);
        Stage.tap(action);
    }
}
