package tsunagi.app.dispatch;

import android.view.ViewGroup;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;

/** The rows of what is planned and of who may go; a tap leads to the permissions. */
public final class DispatchPart {
    private DispatchPart() {}

    public static void show(ScreenActivity<?> screen, ViewGroup part, List<Dispatches.Line> lines) {
        if (lines.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.dispatch);
        for (Dispatches.Line line : lines) {
            Row row = rows.row(line.title())
                    .icon(R.drawable.ic_people)
                    .detail(line.people())
                    .onTap(() -> screen.startActivity(DispatchActivity.to(screen, line.key())));
            if (line.isRefused()) {
                row.wrong(R.drawable.ic_warning, screen.getString(R.string.dispatch_refused));
            } else if (line.isOpen()) {
                row.wanted(R.drawable.ic_question, screen.getString(R.string.dispatch_open));
            }
        }
    }
}
