package tsunagi.app.workshop;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.RecyclerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tsunagi.app.R;
import tsunagi.app.participant.Person;
import tsunagi.records.v1.AttendanceState;

/** The list of the roster on the screen: only the rows that changed are drawn anew. */
final class RosterAdapter extends RecyclerView.Adapter<RecyclerView.ViewHolder> {
    private final RosterTaps taps;
    private List<RosterItem> items = new ArrayList<>();
    private WorkshopPage page;

    RosterAdapter(RosterTaps taps) {
        this.taps = taps;
        setHasStableIds(true);
    }

    void show(WorkshopPage newPage, List<RosterItem> newItems) {
        List<RosterItem> before = items;
        boolean isDrawnOtherwise = page == null || !page.places().equals(newPage.places());
        page = newPage;
        items = newItems;
        DiffUtil.calculateDiff(new DiffUtil.Callback() {
                    @Override
                    public int getOldListSize() {
                        return before.size();
                    }

                    @Override
                    public int getNewListSize() {
                        return newItems.size();
                    }

                    @Override
                    public boolean areItemsTheSame(int was, int is) {
                        return before.get(was).id() == newItems.get(is).id()
                                && Objects.equals(
                                        before.get(was).getClass(),
                                        newItems.get(is).getClass());
                    }

                    @Override
                    public boolean areContentsTheSame(int was, int is) {
                        return !isDrawnOtherwise && before.get(was).equals(newItems.get(is));
                    }
                })
                .dispatchUpdatesTo(this);
    }

    RosterItem item(int position) {
        return items.get(position);
    }

    /** Where somebody's row is; -1 when it is not shown. */
    int position(Person person) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof RosterItem.Attendee attendee
                    && attendee.row().person().key().equals(person.key())) {
                return i;
            }
        }
        return RecyclerView.NO_POSITION;
    }

    @Override
    public int getItemCount() {
        return items.size();
    }

    @Override
    public long getItemId(int position) {
        return items.get(position).id();
    }

    @Override
    public int getItemViewType(int position) {
        RosterItem item = items.get(position);
        if (item instanceof RosterItem.Attendee) {
            return R.layout.workshop_row;
        }
        return item instanceof RosterItem.Heading ? R.layout.workshop_roster_heading : R.layout.workshop_newcomer;
    }

    @Override
    public RecyclerView.ViewHolder onCreateViewHolder(ViewGroup parent, int layout) {
        View view = LayoutInflater.from(parent.getContext()).inflate(layout, parent, false);
        return layout == R.layout.workshop_row ? new RowHolder(view, taps) : new PlainHolder(view);
    }

    private static final class PlainHolder extends RecyclerView.ViewHolder {
        PlainHolder(View view) {
            super(view);
        }
    }

    @Override
    public void onBindViewHolder(RecyclerView.ViewHolder holder, int position) {
        RosterItem item = items.get(position);
        if (item instanceof RosterItem.Attendee attendee) {
            ((RowHolder) holder).show(attendee.row(), page);
        } else if (item instanceof RosterItem.Heading heading) {
            ((TextView) holder.itemView).setText(heading.words());
        } else if (item instanceof RosterItem.Known known) {
            show(holder.itemView, known.person());
        } else if (item instanceof RosterItem.Unknown unknown) {
            show(holder.itemView, unknown);
        }
    }

    private void show(View view, Person person) {
        Resources words = view.getResources();
        TextView name = view.findViewById(R.id.newcomer_name);
        name.setText(PersonLines.name(words, person));
        TextView detail = view.findViewById(R.id.newcomer_detail);
        detail.setText(PersonLines.detail(words, person, page.places()));
        view.setOnClickListener(tapped -> taps.came(person, AttendanceState.ATTENDANCE_STATE_PRESENT));
        view.findViewById(R.id.newcomer_present)
                .setOnClickListener(tapped -> taps.came(person, AttendanceState.ATTENDANCE_STATE_PRESENT));
        view.findViewById(R.id.newcomer_late)
                .setOnClickListener(tapped -> taps.came(person, AttendanceState.ATTENDANCE_STATE_LATE));
    }

    private void show(View view, RosterItem.Unknown unknown) {
        Resources words = view.getResources();
        TextView name = view.findViewById(R.id.newcomer_name);
        name.setText(unknown.name());
        String from = unknown.from()
                .map(place -> words.getString(R.string.roster_new_of, place.name()))
                .orElseGet(() -> words.getString(R.string.roster_new_elsewhere));
        TextView detail = view.findViewById(R.id.newcomer_detail);
        detail.setText(unknown.isLikeSomebody() ? words.getString(R.string.roster_new_alike, from) : from);
        view.setOnClickListener(tapped -> taps.came(unknown, AttendanceState.ATTENDANCE_STATE_PRESENT));
        view.findViewById(R.id.newcomer_present)
                .setOnClickListener(tapped -> taps.came(unknown, AttendanceState.ATTENDANCE_STATE_PRESENT));
        view.findViewById(R.id.newcomer_late)
                .setOnClickListener(tapped -> taps.came(unknown, AttendanceState.ATTENDANCE_STATE_LATE));
    }
}
