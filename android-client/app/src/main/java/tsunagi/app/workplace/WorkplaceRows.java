package tsunagi.app.workplace;

import android.view.ViewGroup;
import androidx.recyclerview.widget.RecyclerView;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Workplace;

/** The rows of workplaces that were found. */
final class WorkplaceRows extends RecyclerView.Adapter<WorkplaceRows.Holder> {
    private final Consumer<RecordKey> tapped;
    private List<FoundWorkplaces.Line> lines = Collections.emptyList();

    WorkplaceRows(Consumer<RecordKey> tapped) {
        this.tapped = tapped;
    }

    /** A row on the screen. */
    static final class Holder extends RecyclerView.ViewHolder {
        private final Row row;

        Holder(Row row) {
            super(row.view());
            this.row = row;
        }
    }

    @SuppressWarnings("NotifyDataSetChanged")
    void show(List<FoundWorkplaces.Line> found) {
        lines = found;
        notifyDataSetChanged();
    }

    @Override
    public Holder onCreateViewHolder(ViewGroup parent, int type) {
        return new Holder(Row.apart(parent).icon(R.drawable.ic_workplace));
    }

    @Override
    public void onBindViewHolder(Holder holder, int position) {
        FoundWorkplaces.Line line = lines.get(position);
        Workplace workplace = line.workplace();
        String name = workplace.getName();
        holder.row
                .title(name.isEmpty() ? holder.itemView.getContext().getText(R.string.word_untitled) : name)
                .detail(Stream.of(workplace.getNameReading(), workplace.getAddress(), workplace.getPhone())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("  ")))
                .onTap(() -> tapped.accept(line.key()));
    }

    @Override
    public int getItemCount() {
        return lines.size();
    }
}
