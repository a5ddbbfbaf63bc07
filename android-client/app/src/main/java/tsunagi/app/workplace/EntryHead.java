package tsunagi.app.workplace;

import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.protobuf.Message;
import tsunagi.app.R;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.screen.ScreenActivity;

/** The line above the inputs of one entry among several: its name, and the way to take it out, which can be taken back. */
final class EntryHead {
    private EntryHead() {}

    static <E extends Message> void add(
            ScreenActivity<?> screen, LinearLayout lines, String name, MapEntryInput<E> entry, Runnable draw) {
        View head = LayoutInflater.from(screen).inflate(R.layout.edit_entry_head, lines, false);
        head.<TextView>findViewById(R.id.edit_entry_name).setText(name);
        View remove = head.findViewById(R.id.edit_entry_remove);
        remove.setContentDescription(screen.getString(R.string.edit_entry_remove, name));
        remove.setOnClickListener(tap -> {
            E before = entry.now();
            entry.empty();
            draw.run();
            screen.say(R.string.edit_entry_removed, () -> {
                entry.put(before);
                draw.run();
            });
        });
        lines.addView(head);
    }
}
