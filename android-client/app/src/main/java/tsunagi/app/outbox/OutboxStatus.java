package tsunagi.app.outbox;

import android.content.Context;
import android.view.View;
import android.widget.TextView;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.sync.SyncLine;
import tsunagi.app.sync.SyncLineView;
import tsunagi.app.sync.SyncState;
import tsunagi.app.sync.SyncWords;

/** The part of the page that says how everything stands, what came of the last sync, and syncs now. */
final class OutboxStatus {
    private final View part;
    private Optional<OutboxPage> page = Optional.empty();

    OutboxStatus(View part, Runnable syncNow) {
        this.part = part;
        part.findViewById(R.id.outbox_sync_now).setOnClickListener(tap -> syncNow.run());
    }

    void show(OutboxPage shown, SyncState state) {
        page = Optional.of(shown);
        show(state);
    }

    void show(SyncState state) {
        page.ifPresent(shown -> draw(shown, state));
    }

    private void draw(OutboxPage shown, SyncState state) {
        Context context = part.getContext();
        SyncLine line = shown.line();
        boolean isRunning = state instanceof SyncState.Running;
        part.<SyncLineView>findViewById(R.id.outbox_line).show(line, new SyncState.Idle(), shown.today());
        text(
                R.id.outbox_outcome,
                isRunning
                        ? new SyncWords(context, shown.today()).running((SyncState.Running) state)
                        : context.getString(line.outcome().words()));
        text(
                R.id.outbox_outcome_then,
                context.getString(
                        isRunning
                                ? R.string.outbox_running_then
                                : line.outcome().whatToDo()));
        part.findViewById(R.id.outbox_progress).setVisibility(isRunning ? View.VISIBLE : View.GONE);
        part.findViewById(R.id.outbox_sync_now).setEnabled(!isRunning);
    }

    private void text(int id, String text) {
        part.<TextView>findViewById(id).setText(text);
    }
}
