package tsunagi.app.day;

import android.view.View;
import android.widget.TextView;
import androidx.recyclerview.widget.RecyclerView;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.workshop.WorkshopActivity;
import tsunagi.record.RecordKey;

/** A roster as an eye knows it. */
record RosterEyes(WorkshopActivity activity) {
    static RosterEyes open(RecordKey workshop) {
        return new RosterEyes(Stage.open(WorkshopActivity.class, WorkshopActivity.to(Stage.app(), workshop))
                .get());
    }

    String count() {
        return activity.<TextView>findViewById(R.id.workshop_count).getText().toString();
    }

    View row(String name) {
        return line(R.id.row_name, name);
    }

    View newcomer(String detail) {
        return line(R.id.newcomer_detail, detail);
    }

    private View line(int id, String words) {
        RecyclerView list = activity.findViewById(R.id.roster_list);
        for (int i = 0; i < list.getAdapter().getItemCount(); i++) {
            if (list.findViewHolderForAdapterPosition(i) == null) {
                list.scrollToPosition(i);
                Stage.settle();
            }
            View row = list.findViewHolderForAdapterPosition(i).itemView;
            TextView text = row.findViewById(id);
            if (text != null && text.getText().toString().contains(words)) {
                return row;
            }
        }
        throw new AssertionError("nobody sees " + words);
    }
}
