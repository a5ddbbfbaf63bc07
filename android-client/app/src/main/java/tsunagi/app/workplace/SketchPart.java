package tsunagi.app.workplace;

import android.content.Intent;
import android.net.Uri;
import android.widget.LinearLayout;
import tsunagi.app.R;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.Workplace;

/** What one wants to know of a workplace before going there: where it is, what is done there, what to mind. */
final class SketchPart {
    private final ScreenActivity<?> screen;
    private final LinearLayout part;

    SketchPart(ScreenActivity<?> screen, LinearLayout part) {
        this.screen = screen;
        this.part = part;
    }

    void show(WorkplacePage page) {
        Workplace workplace = page.workplace();
        Sketch sketch = page.sketch();
        Rows rows = Rows.anew(part);
        var name = rows.row(sketch.name()).icon(R.drawable.ic_workplace).detail(sketch.calls());
        if (!sketch.closed().isEmpty()) {
            name.wrong(R.drawable.ic_warning, screen.getString(R.string.workplace_closed, sketch.closed()));
        }
        if (!sketch.work().isEmpty()) {
            rows.row(sketch.work()).icon(R.drawable.ic_department);
        }
        if (!workplace.getAddress().isEmpty()) {
            rows.row(workplace.getAddress()).icon(R.drawable.ic_visit);
        }
        if (!workplace.getPhone().isEmpty()) {
            String phone = workplace.getPhone();
            rows.row(phone)
                    .icon(R.drawable.ic_phone)
                    .detail(screen.getString(R.string.workplace_call))
                    .onTap(() -> call(screen, phone));
        }
        mind(rows, workplace, sketch);
    }

    private void mind(Rows rows, Workplace workplace, Sketch sketch) {
        if (workplace.getPhotoRule() == PhotoRule.PHOTO_RULE_NEVER) {
            rows.row(screen.getString(R.string.workplace_no_photos)).icon(R.drawable.ic_no_photo);
        }
        for (String season : sketch.seasons()) {
            var row =
                    rows.row(screen.getString(R.string.workplace_busy, season)).icon(R.drawable.ic_busy);
            if (sketch.isBusyNow()) {
                row.wanted(R.drawable.ic_warning, screen.getString(R.string.workplace_busy_now));
            }
        }
        if (!workplace.getVisitingNotes().isEmpty()) {
            rows.row(workplace.getVisitingNotes()).icon(R.drawable.ic_note);
        }
    }

    /** Opens the dialler with the number; whoever holds the tablet makes the call. */
    static void call(ScreenActivity<?> screen, String phone) {
        Intent dial = new Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", phone, null));
        if (dial.resolveActivity(screen.getPackageManager()) == null) {
            screen.say(R.string.workplace_no_dialler);
        } else {
            screen.startActivity(dial);
        }
    }
}
