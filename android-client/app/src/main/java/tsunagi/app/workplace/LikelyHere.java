package tsunagi.app.workplace;

import android.app.Activity;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.widget.NestedScrollView;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.screen.Rows;

/**
 * Workplaces that are likely the one somebody is about to write a second time: listed above the inputs, and in one line at
 * the foot, where it is seen while one types further down.
 */
final class LikelyHere {
    private final Activity screen;

    LikelyHere(Activity screen) {
        this.screen = screen;
    }

    void list(ViewGroup part, List<Likeness> likely) {
        if (likely.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.edit_likely_here);
        for (Likeness like : likely) {
            rows.row(like.workplace().getName())
                    .icon(R.drawable.ic_workplace)
                    .detail(like.workplace().getAddress())
                    .wanted(R.drawable.ic_warning, traits(like))
                    .onTap(() -> screen.startActivity(WorkplaceActivity.to(screen, like.key())));
        }
        rows.note(R.string.edit_likely_hint);
    }

    void foot(View foot, List<Likeness> likely) {
        foot.setVisibility(likely.isEmpty() ? View.GONE : View.VISIBLE);
        if (!likely.isEmpty()) {
            Likeness first = likely.get(0);
            TextView words = foot.findViewById(R.id.edit_likely_words);
            words.setText(screen.getString(
                    R.string.edit_likely_foot, first.workplace().getName(), traits(first)));
            NestedScrollView scroll = screen.findViewById(R.id.edit_scroll);
            foot.findViewById(R.id.edit_likely_look).setOnClickListener(tap -> scroll.smoothScrollTo(0, 0));
        }
    }

    private String traits(Likeness like) {
        return like.traits().stream()
                .map(trait -> screen.getString(Traits.words(trait)))
                .collect(Collectors.joining(screen.getString(R.string.word_between)));
    }
}
