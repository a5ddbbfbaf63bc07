package tsunagi.app.round;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tsunagi.app.R;
import tsunagi.calendar.JapaneseDays;

/** The sheets that were broken off: their codes, and nothing of what is in them. */
final class BrokenOffPart {
    private final View root;

    BrokenOffPart(View root) {
        this.root = root;
    }

    void show(List<BrokenOffSheet> sheets) {
        Context context = root.getContext();
        TextView meaning = root.findViewById(R.id.round_broken_off_meaning);
        meaning.setText(sheets.isEmpty() ? R.string.round_broken_off_none : R.string.round_broken_off_meaning);
        ViewGroup list = root.findViewById(R.id.round_broken_off);
        list.removeAllViews();
        DateTimeFormatter when = DateTimeFormatter.ofPattern("M/d H:mm", Locale.JAPAN);
        for (BrokenOffSheet sheet : sheets) {
            TextView row = (TextView) LayoutInflater.from(context).inflate(R.layout.round_broken_off_row, list, false);
            String code = sheet.canBeReopened() ? sheet.code() : context.getString(R.string.round_no_code);
            String at = when.format(Instant.ofEpochMilli(sheet.brokenOffAtMs()).atZone(JapaneseDays.TIME));
            row.setText(RoundsPart.joined(code, context.getString(R.string.round_broken_off_at, at)));
            list.addView(row);
        }
    }
}
