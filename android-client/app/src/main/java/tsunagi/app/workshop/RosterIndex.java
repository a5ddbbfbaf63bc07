package tsunagi.app.workshop;

import android.content.Context;
import android.view.Gravity;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.android.material.color.MaterialColors;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;
import tsunagi.app.R;
import tsunagi.app.participant.KanaRow;

/** The letters beside a long roster (あかさたな) that lead to where their names begin. */
final class RosterIndex {
    /** A roster that fits on a screen needs none. */
    private static final int PEOPLE_MIN = 16;

    private final ViewGroup column;
    private final IntConsumer goTo;
    private Map<KanaRow, Integer> shown = new EnumMap<>(KanaRow.class);

    RosterIndex(ViewGroup column, IntConsumer goTo) {
        this.column = column;
        this.goTo = goTo;
    }

    void show(Roster roster, boolean isWanted) {
        column.setVisibility(isWanted && roster.people() >= PEOPLE_MIN ? View.VISIBLE : View.GONE);
        Map<KanaRow, Integer> first = new EnumMap<>(KanaRow.class);
        for (int i = 0; i < roster.people(); i++) {
            first.putIfAbsent(roster.rows().get(i).person().row(), i);
        }
        if (!first.equals(shown)) {
            shown = first;
            column.removeAllViews();
            first.forEach((row, position) -> column.addView(letter(row, position)));
        }
    }

    private View letter(KanaRow row, int position) {
        Context context = column.getContext();
        TextView letter = new TextView(context);
        int touch = context.getResources().getDimensionPixelSize(R.dimen.touch);
        letter.setMinHeight(touch);
        letter.setWidth(touch);
        letter.setGravity(Gravity.CENTER);
        letter.setTextAppearance(R.style.Text_Label);
        letter.setTextColor(MaterialColors.getColor(column, R.attr.colorPrimary));
        letter.setText(row.letter());
        letter.setContentDescription(context.getString(R.string.roster_index, row.letter()));
        letter.setOnClickListener(view -> goTo.accept(position));
        return letter;
    }
}
