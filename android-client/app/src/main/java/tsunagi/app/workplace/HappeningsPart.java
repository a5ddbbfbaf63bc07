package tsunagi.app.workplace;

import android.view.ViewGroup;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.navigation.RecordScreens;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;

/** What happened at a workplace: open referrals, this year by anyone, and the whole history. */
final class HappeningsPart {
    /** The rest comes with one tap more. */
    private static final int HISTORY_SHOWN = 8;

    private final ScreenActivity<?> screen;

    HappeningsPart(ScreenActivity<?> screen) {
        this.screen = screen;
    }

    void referrals(ViewGroup part, List<HappeningLine> open) {
        if (open.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.workplace_referrals);
        open.forEach(line -> add(rows, line));
    }

    void thisYear(ViewGroup part, List<HappeningLine> lines) {
        Rows rows = Rows.anew(part);
        rows.heading(R.string.workplace_year);
        lines.forEach(line -> add(rows, line));
        if (lines.isEmpty()) {
            rows.note(R.string.workplace_year_none);
        }
    }

    void history(ViewGroup part, List<HappeningLine> lines) {
        history(part, lines, HISTORY_SHOWN);
    }

    private void history(ViewGroup part, List<HappeningLine> lines, int shown) {
        Rows rows = Rows.anew(part);
        Row heading = rows.heading(R.string.workplace_history);
        if (lines.size() > shown) {
            heading.textButton(
                    R.id.workplace_history_all,
                    R.string.workplace_history_all,
                    () -> history(part, lines, lines.size()));
        }
        lines.stream().limit(shown).forEach(line -> add(rows, line));
        if (lines.isEmpty()) {
            rows.note(R.string.workplace_history_none);
        }
    }

    private void add(Rows rows, HappeningLine line) {
        Row row = rows.row(line.title()).icon(line.icon()).detail(line.detail());
        line.key()
                .flatMap(key -> RecordScreens.to(screen, key))
                .ifPresent(intent -> row.onTap(() -> screen.startActivity(intent)));
    }
}
