package tsunagi.app.workshop;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.recyclerview.widget.RecyclerView;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;

/** The workshops on the screen, under headings. */
final class LineAdapter extends RecyclerView.Adapter<LineAdapter.Holder> {
    /** Either a heading or a workshop. */
    private record Item(int heading, WorkshopLine line) {}

    private final List<Item> items = new ArrayList<>();

    static final class Holder extends RecyclerView.ViewHolder {
        Holder(View view) {
            super(view);
        }
    }

    void show(WorkshopList list) {
        items.clear();
        add(R.string.workshops_today, list.today());
        add(R.string.workshops_next, list.next());
        add(R.string.workshops_past, list.past());
        notifyDataSetChanged();
    }

    private void add(int heading, List<WorkshopLine> lines) {
        if (!lines.isEmpty()) {
            items.add(new Item(heading, null));
            lines.forEach(line -> items.add(new Item(0, line)));
        }
    }

    @Override
    public int getItemCount() {
        return items.size();
    }

    @Override
    public int getItemViewType(int position) {
        return items.get(position).heading() == 0 ? R.layout.workshops_line : R.layout.workshop_roster_heading;
    }

    @Override
    public Holder onCreateViewHolder(ViewGroup parent, int layout) {
        return new Holder(LayoutInflater.from(parent.getContext()).inflate(layout, parent, false));
    }

    @Override
    public void onBindViewHolder(Holder holder, int position) {
        Item item = items.get(position);
        if (item.heading() != 0) {
            ((TextView) holder.itemView).setText(item.heading());
        } else {
            show(holder.itemView, item.line());
        }
    }

    private static void show(View view, WorkshopLine line) {
        Resources words = view.getResources();
        TextView title = view.findViewById(R.id.line_title);
        title.setText(line.titleWords(words));
        TextView where = view.findViewById(R.id.line_where);
        where.setText(line.whenAndWhereWords(words));
        TextView state = view.findViewById(R.id.line_state);
        state.setText(line.stateWords(words));
        view.setOnClickListener(
                tapped -> view.getContext().startActivity(WorkshopActivity.to(view.getContext(), line.key())));
    }
}
