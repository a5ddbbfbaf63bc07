package tsunagi.app.workshop;

import android.content.res.ColorStateList;
import android.content.res.Resources;
import android.view.View;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.color.MaterialColors;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.participant.Person;
import tsunagi.records.v1.AttendanceState;

/** One person's row of the roster on the screen. */
final class RowHolder extends RecyclerView.ViewHolder {
    private final RosterTaps taps;
    private final ImageView icon = itemView.findViewById(R.id.row_icon);
    private final TextView state = itemView.findViewById(R.id.row_state);
    private final TextView detail = itemView.findViewById(R.id.row_detail);
    private final TextView name = itemView.findViewById(R.id.row_name);
    private final MaterialButton question = itemView.findViewById(R.id.row_question);

    RowHolder(View view, RosterTaps taps) {
        super(view);
        this.taps = taps;
    }

    void show(RosterRow row, WorkshopPage page) {
        Resources words = itemView.getResources();
        int stateWord = row.isDisputed() ? R.string.attendance_disputed : AttendanceWords.of(row.state());
        icon.setImageResource(row.isDisputed() ? R.drawable.ic_warning : AttendanceWords.icon(row.state()));
        state.setText(stateWord);
        name.setText(PersonLines.name(words, row.person()));
        String line = PersonLines.rosterDetail(words, row, page);
        detail.setText(line);
        detail.setVisibility(line.isEmpty() ? View.GONE : View.VISIBLE);
        ask(row, page);
        paint(row);
        itemView.setOnClickListener(view -> taps.tapped(row, view));
        itemView.setContentDescription(
                words.getString(R.string.roster_row_spoken, name.getText(), words.getString(stateWord)));
        button(R.id.row_late, row, AttendanceState.ATTENDANCE_STATE_LATE);
        button(R.id.row_left, row, AttendanceState.ATTENDANCE_STATE_LEFT_EARLY);
        button(R.id.row_absent, row, AttendanceState.ATTENDANCE_STATE_ABSENT);
        View more = itemView.findViewById(R.id.row_more);
        if (more != null) {
            more.setOnClickListener(view -> taps.more(row, view));
        }
        itemView.setOnLongClickListener(view -> {
            taps.more(row, view);
            return true;
        });
    }

    private void button(int id, RosterRow row, AttendanceState marked) {
        MaterialButton button = itemView.findViewById(id);
        if (button != null) {
            boolean isSo = row.state() == marked && !row.isDisputed();
            button.setSelected(isSo);
            button.setIconResource(isSo ? R.drawable.ic_check : 0);
            button.setOnClickListener(
                    view -> taps.marked(row, isSo ? AttendanceState.ATTENDANCE_STATE_REGISTERED : marked));
        }
    }

    private void ask(RosterRow row, WorkshopPage page) {
        Resources words = itemView.getResources();
        boolean asks = row.isDisputed() || !row.likes().isEmpty();
        question.setVisibility(asks ? View.VISIBLE : View.GONE);
        question.setOnClickListener(view -> taps.asked(row));
        if (row.isDisputed()) {
            question.setText(words.getString(R.string.roster_claims, claims(row, page)));
        } else if (asks) {
            List<String> names = new ArrayList<>();
            for (Person other : row.likes()) {
                names.add(PersonLines.name(words, other));
            }
            question.setText(words.getString(
                    R.string.roster_same_person, String.join(words.getString(R.string.workshop_between), names)));
        }
    }

    private String claims(RosterRow row, WorkshopPage page) {
        Resources words = itemView.getResources();
        List<String> claims = new ArrayList<>();
        row.claims().forEach(claim -> claims.add(PersonLines.claim(words, claim, page)));
        return String.join(words.getString(R.string.roster_claim_between), claims);
    }

    private void paint(RosterRow row) {
        int ground = color(R.attr.colorSurfaceContainerLow);
        int ink = color(R.attr.colorOnSurface);
        if (row.isDisputed()) {
            ground = color(R.attr.colorErrorContainer);
            ink = color(R.attr.colorOnErrorContainer);
        } else if (row.state() == AttendanceState.ATTENDANCE_STATE_PRESENT) {
            ground = itemView.getContext().getColor(R.color.success_container);
            ink = itemView.getContext().getColor(R.color.on_success_container);
        } else if (row.hasCome()) {
            ground = color(R.attr.colorTertiaryContainer);
            ink = color(R.attr.colorOnTertiaryContainer);
        } else if (!row.isOpen()) {
            ground = color(R.attr.colorSurfaceVariant);
            ink = color(R.attr.colorOnSurfaceVariant);
        }
        itemView.setBackgroundColor(ground);
        ColorStateList inks = ColorStateList.valueOf(ink);
        icon.setImageTintList(inks);
        question.setTextColor(inks);
        question.setIconTint(inks);
        for (TextView text : new TextView[] {state, detail, name}) {
            text.setTextColor(inks);
        }
        for (int id : new int[] {R.id.row_late, R.id.row_left, R.id.row_absent, R.id.row_more}) {
            MaterialButton button = itemView.findViewById(id);
            if (button != null) {
                button.setTextColor(inks);
                button.setIconTint(inks);
                button.setStrokeColor(inks);
            }
        }
    }

    private int color(int role) {
        return MaterialColors.getColor(itemView, role);
    }
}
