package tsunagi.app.today;

import android.view.ViewGroup;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.navigation.RecordScreens;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.workplace.WorkplaceActivity;

/** The rows of what is planned, and of the places where one often is: one tap begins to write. */
final class PlanRows {
    private final ScreenActivity<?> screen;

    PlanRows(ScreenActivity<?> screen) {
        this.screen = screen;
    }

    void unfinished(ViewGroup part, List<Plans.Line> lines) {
        if (lines.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.today_unfinished);
        lines.forEach(line ->
                add(rows, line).wanted(R.drawable.ic_warning, screen.getString(R.string.today_unfinished_hint)));
    }

    void plans(ViewGroup part, int heading, List<Plans.Line> lines) {
        if (lines.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(heading);
        lines.forEach(line -> add(rows, line));
    }

    private Row add(Rows rows, Plans.Line line) {
        Row row = rows.row(line.title())
                .icon(line.isOpen() ? line.icon() : R.drawable.ic_check)
                .detail(line.detail().isEmpty() ? line.at() : line.at() + "\n" + line.detail());
        RecordScreens.to(screen, line.key()).ifPresent(intent -> row.onTap(() -> screen.startActivity(intent)));
        return row;
    }

    void recent(ViewGroup part, List<TodayPage.Recent> recent) {
        if (recent.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.today_recent);
        for (TodayPage.Recent place : recent) {
            Row row = rows.row(place.name())
                    .icon(R.drawable.ic_workplace)
                    .detail(place.address())
                    .onTap(() -> screen.startActivity(WorkplaceActivity.to(screen, place.key())));
            RecordScreens.newVisit(screen, place.key())
                    .ifPresent(intent -> row.button(
                            R.id.today_recent_visit, R.string.workplace_visit, () -> screen.startActivity(intent)));
        }
    }
}
