package tsunagi.app.today;

import android.content.res.Resources;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.words.Names;
import tsunagi.record.RecordKey;

/** The rows of open follow-ups on any screen; each is closed with one tap, which can be taken back. */
public final class FollowUpRows {
    private FollowUpRows() {}

    public static void show(ScreenActivity<?> screen, Rows rows, List<FollowUps.Line> open, boolean namesWorkplace) {
        Resources resources = screen.getResources();
        for (FollowUps.Line line : open) {
            Row row = rows.row(line.task())
                    .icon(R.drawable.ic_follow_up)
                    .detail(Stream.of(namesWorkplace ? line.workplace() : "", line.due(), line.assignee())
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("  ")))
                    .button(R.id.today_follow_up_done, R.string.today_follow_up_done, () -> close(screen, line.key()));
            if (line.overdueDays() > 0) {
                int late = (int) line.overdueDays();
                row.wrong(
                        R.drawable.ic_warning,
                        resources.getQuantityString(R.plurals.today_follow_up_overdue, late, late));
            }
        }
    }

    private static void close(ScreenActivity<?> screen, RecordKey key) {
        screen.doing(() -> new FollowUps(screen, new Names(screen)).close(key));
        screen.say(
                R.string.today_follow_up_closed,
                () -> screen.doing(() -> new FollowUps(screen, new Names(screen)).reopen(key)));
    }
}
