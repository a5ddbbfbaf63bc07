package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.color.MaterialColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import tsunagi.app.R;

/** All questions that are asked now, each with how it stands with it, the ones that are open first in the words above. */
final class OverviewPart {
    private final View view;
    private final Context context;
    private final IntConsumer goTo;
    private final Entries entries = new Entries();

    OverviewPart(View view, Context context, IntConsumer goTo) {
        this.view = view.findViewById(R.id.fill_overview);
        this.context = context;
        this.goTo = goTo;
        RecyclerView list = view.findViewById(R.id.overview_list);
        list.setLayoutManager(new LinearLayoutManager(context));
        list.setAdapter(entries);
    }

    void show(FillState state, boolean isEasy) {
        view.setVisibility(state.isOverview() ? View.VISIBLE : View.GONE);
        if (!state.isOverview()) {
            return;
        }
        int open = state.open().size();
        TextView title = view.findViewById(R.id.overview_title);
        TextView detail = view.findViewById(R.id.overview_detail);
        if (open == 0) {
            title.setText(isEasy ? R.string.fill_all_answered_easy : R.string.fill_all_answered);
        } else {
            title.setText(context.getResources().getQuantityString(R.plurals.fill_open, open, open));
        }
        int words = isEasy ? R.string.fill_may_finish_easy : R.string.fill_may_finish;
        detail.setText(state.canBeFinished() ? words : R.string.fill_cannot_finish);
        entries.show(state);
    }

    private final class Entries extends RecyclerView.Adapter<Entry> {
        private List<FillEntry> shown = new ArrayList<>();
        private FillState state;

        void show(FillState newState) {
            state = newState;
            shown = newState.entries();
            notifyDataSetChanged();
        }

        @Override
        public Entry onCreateViewHolder(ViewGroup parent, int type) {
            return new Entry(LayoutInflater.from(context).inflate(R.layout.fill_entry, parent, false));
        }

        @Override
        public void onBindViewHolder(Entry holder, int position) {
            FillEntry entry = shown.get(position);
            boolean isNewHeading = !entry.heading().isEmpty()
                    && (position == 0 || !shown.get(position - 1).heading().equals(entry.heading()));
            holder.show(entry, position + 1, isNewHeading, state.findings(entry.path()));
        }

        @Override
        public int getItemCount() {
            return shown.size();
        }
    }

    private final class Entry extends RecyclerView.ViewHolder {
        Entry(View row) {
            super(row);
        }

        void show(FillEntry entry, int number, boolean isNewHeading, List<String> findings) {
            TextView heading = itemView.findViewById(R.id.entry_heading);
            heading.setText(entry.heading());
            heading.setVisibility(isNewHeading ? View.VISIBLE : View.GONE);
            TextView label = itemView.findViewById(R.id.entry_label);
            label.setText(context.getString(R.string.fill_numbered, number, entry.label()));
            TextView mark = itemView.findViewById(R.id.entry_mark);
            mark.setText(words(entry.mark()));
            mark.setTextColor(MaterialColors.getColor(
                    itemView,
                    entry.isInTheWay()
                            ? androidx.appcompat.R.attr.colorError
                            : com.google.android.material.R.attr.colorOnSurfaceVariant));
            ImageView icon = itemView.findViewById(R.id.entry_icon);
            icon.setImageResource(icon(entry.mark()));
            TextView finding = itemView.findViewById(R.id.entry_finding);
            finding.setText(String.join("\n", findings));
            finding.setVisibility(findings.isEmpty() ? View.GONE : View.VISIBLE);
            itemView.findViewById(R.id.entry_row).setOnClickListener(row -> goTo.accept(entry.page()));
        }
    }

    private static int words(FillEntry.Mark mark) {
        return switch (mark) {
            case ANSWERED -> R.string.fill_mark_answered;
            case OPEN -> R.string.fill_mark_open;
            case MISSING -> R.string.fill_mark_missing;
            case WRONG -> R.string.fill_mark_wrong;
        };
    }

    private static int icon(FillEntry.Mark mark) {
        return switch (mark) {
            case ANSWERED -> R.drawable.ic_check;
            case OPEN -> R.drawable.ic_fill_open;
            case MISSING, WRONG -> R.drawable.ic_warning;
        };
    }
}
