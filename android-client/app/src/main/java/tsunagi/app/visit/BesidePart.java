package tsunagi.app.visit;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Role;

/** What others wrote, beside what stands here: another visit of this day, values that moved meanwhile, conflicts. */
final class BesidePart implements VisitPart {
    private final VisitActivity screen;
    private final ViewGroup banners;

    BesidePart(VisitActivity screen) {
        this.screen = screen;
        this.banners = screen.findViewById(R.id.visit_beside);
    }

    @Override
    public void show(VisitPage page) {
        banners.removeAllViews();
        page.sameDay().forEach(other -> sameDay(page, other));
        page.beside().forEach(this::show);
    }

    private void sameDay(VisitPage page, RecordView other) {
        ViewGroup lines = banner(screen.getString(R.string.visit_same_day));
        line(
                lines,
                screen.getString(R.string.visit_same_day_other),
                VisitLine.of(screen, screen.today(), other, page.users()).text(),
                R.string.visit_join,
                () -> join(other.key()));
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

    private ViewGroup banner(String title) {
        View banner = LayoutInflater.from(screen).inflate(R.layout.visit_banner, banners, false);
        TextView first = banner.findViewById(R.id.visit_banner_title);
        first.setText(title);
        banners.addView(banner);
        return banner.findViewById(R.id.visit_banner_lines);
    }

    private void line(ViewGroup lines, String who, String value, int action, Runnable decided) {
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
            RecordView seen = screen.page().visit().view();
            asMe(author -> screen.withDraft(() -> tablet.resolve(seen, beside.path(), value.bytes(), author)));
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

    private void asMe(Consumer<String> work) {
        Optional<String> author = screen.page().me().map(user -> user.personId());
        if (author.isPresent()) {
            work.accept(author.get());
        } else {
            screen.say(R.string.visit_nobody);
        }
    }

    private void join(RecordKey other) {
        asMe(author -> {
            VisitJoin join = new VisitJoin(screen.tablet(), author);
            screen.form()
                    .open()
                    .afterwards(
                            () -> join.join(screen.draft(), other),
                            joined -> {
                                sayJoined(join, joined);
                                screen.turnTo(VisitActivity.to(screen, joined.stays()));
                            },
                            failure -> screen.say(R.string.visit_not_kept));
        });
    }

    /** What others see of it, a supervisor decides; one who is no supervisor has asked for it. */
    private void sayJoined(VisitJoin join, VisitJoin.Joined joined) {
        if (!joined.gone().isPresent()) {
            screen.say(R.string.visit_joined);
        } else {
            RecordKey gone = joined.gone().get();
            screen.say(
                    role() == Role.ROLE_SUPERVISOR ? R.string.visit_joined : R.string.visit_joined_asked,
                    () -> screen.withDraft(() -> join.split(gone)));
        }
    }

    private Role role() {
        return screen.page().me().map(user -> user.member().getRole()).orElse(Role.ROLE_UNSPECIFIED);
    }
}
