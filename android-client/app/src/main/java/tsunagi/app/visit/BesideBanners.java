package tsunagi.app.visit;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.view.ViewParent;
import android.widget.TextView;
import java.util.Collections;
import java.util.List;
import tsunagi.app.R;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;

/** What others wrote in fields of a record, above what stands here, with a button for each value that may stand. */
final class BesideBanners {
    private final FormActivity<?, ?> screen;
    private final ViewGroup banners;
    private List<Beside> shown = Collections.emptyList();

    BesideBanners(FormActivity<?, ?> screen) {
        this.screen = screen;
        this.banners = screen.findViewById(R.id.visit_beside);
    }

    /** Shows these and nothing else. */
    void show(List<Beside> all) {
        if (!all.isEmpty() && !all.equals(shown) && isOutOfSight()) {
            screen.say(R.string.visit_beside_above);
        }
        shown = all;
        banners.removeAllViews();
        all.forEach(this::show);
    }

    private boolean isOutOfSight() {
        for (ViewParent around = banners.getParent(); around instanceof View view; around = view.getParent()) {
            if (view.canScrollVertically(-1)) {
                return true;
            }
        }
        return false;
    }

    private void show(Beside beside) {
        int title = beside.isConflict() ? R.string.visit_conflict : R.string.visit_moved;
        ViewGroup lines = banner(screen.getString(title, beside.field()));
        for (Beside.Value value : beside.values()) {
            line(
                    lines,
                    value.who(),
                    value.words(),
                    beside.isConflict()
                            ? R.string.visit_conflict_use
                            : value.isMine() ? R.string.visit_keep_mine : R.string.visit_use_theirs,
                    () -> decide(beside, value));
        }
    }

    /** A banner with a title; what is returned holds its lines. */
    ViewGroup banner(String title) {
        View banner = LayoutInflater.from(screen).inflate(R.layout.visit_banner, banners, false);
        TextView first = banner.findViewById(R.id.visit_banner_title);
        first.setText(title);
        banners.addView(banner);
        return banner.findViewById(R.id.visit_banner_lines);
    }

    void line(ViewGroup lines, String who, String value, int action, Runnable decided) {
        View line = LayoutInflater.from(screen).inflate(R.layout.visit_banner_line, lines, false);
        TextView first = line.findViewById(R.id.visit_line_who);
        first.setText(who);
        LongText.show(line.findViewById(R.id.visit_line_value), value);
        TextView use = line.findViewById(R.id.visit_line_use);
        use.setText(action);
        use.setOnClickListener(view -> decided.run());
        lines.addView(line);
    }

    private void decide(Beside beside, Beside.Value value) {
        Draft draft = screen.draft();
        Tablet tablet = screen.tablet();
        if (beside.isConflict()) {
            RecordView seen = screen.seen();
            screen.asMe(author -> screen.withDraft(() -> tablet.resolve(seen, beside.path(), value.bytes(), author)));
        } else {
            screen.withDraft(() -> tablet.together(() -> {
                draft.undo(beside.path());
                if (value.isMine()) {
                    // From now on it is said by somebody who has seen what the others wrote.
                    draft.begin(beside.path());
                    if (value.bytes().isEmpty()) {
                        draft.clear(beside.path());
                    } else {
                        draft.set(beside.path(), value.bytes());
                    }
                }
            }));
        }
    }
}
