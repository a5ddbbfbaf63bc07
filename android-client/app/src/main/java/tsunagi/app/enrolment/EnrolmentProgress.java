package tsunagi.app.enrolment;

import android.view.View;
import android.widget.TextView;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.enrolment.EnrolmentRun.Stage;
import tsunagi.app.sync.SyncOutcome;
import tsunagi.app.sync.SyncState;

/** The part of the page that says what is happening, or what went wrong and what to do. */
final class EnrolmentProgress {
    private final View part;

    EnrolmentProgress(View part) {
        this.part = part;
    }

    void show(Stage stage, boolean isKnown, SyncState sync, EnrolmentPage page) {
        boolean isAsking = stage instanceof Stage.Asking;
        boolean isSyncing = sync instanceof SyncState.Running;
        boolean isStuck = isKnown && !isSyncing && !page.canWork();
        setVisible(R.id.enrol_progress, isAsking || isKnown);
        setVisible(R.id.enrol_progress_bar, isAsking || isSyncing);
        setVisible(R.id.enrol_sync_again, isStuck);
        setVisible(R.id.enrol_go_on, isKnown && isSyncing && page.canWork());
        showWords(isAsking, isKnown, sync, page);
        showTrouble(stage, isStuck, page);
    }

    private void showWords(boolean isAsking, boolean isKnown, SyncState sync, EnrolmentPage page) {
        String words = isAsking
                ? part.getContext().getString(R.string.enrol_asking)
                : part.getContext()
                        .getString(R.string.enrol_known, page.server().orElse(""));
        text(R.id.enrol_progress_words, words);
        boolean isReceiving = sync instanceof SyncState.Running running && running.received() > 0;
        String detail = isReceiving
                ? part.getContext()
                        .getResources()
                        .getQuantityString(
                                R.plurals.sync_receiving,
                                (int) ((SyncState.Running) sync).received(),
                                ((SyncState.Running) sync).received())
                : part.getContext().getString(isAsking ? R.string.enrol_asking_detail : R.string.enrol_fetching);
        text(R.id.enrol_progress_detail, detail);
        setVisible(R.id.enrol_progress_detail, isAsking || (isKnown && sync instanceof SyncState.Running));
    }

    private void showTrouble(Stage stage, boolean isStuck, EnrolmentPage page) {
        Optional<EnrolTrouble> trouble = stage instanceof Stage.Waiting waiting ? waiting.trouble() : Optional.empty();
        SyncOutcome lastSync = page.lastSync();
        boolean isSentBack = page.server().isPresent() && lastSync.asksForEnrolment();
        setVisible(R.id.enrol_trouble, trouble.isPresent() || isStuck || isSentBack);
        if (trouble.isPresent()) {
            trouble(trouble.get().words(), trouble.get().whatToDo());
        } else if (isStuck && lastSync == SyncOutcome.UP_TO_DATE) {
            trouble(R.string.enrol_nobody, R.string.enrol_nobody_then);
        } else if (isStuck || isSentBack) {
            trouble(lastSync.words(), lastSync.whatToDo());
        }
    }

    private void trouble(int words, int whatToDo) {
        text(R.id.enrol_trouble_words, part.getContext().getString(words));
        text(R.id.enrol_trouble_then, part.getContext().getString(whatToDo));
    }

    private void text(int id, String text) {
        part.<TextView>findViewById(id).setText(text);
    }

    private void setVisible(int id, boolean isVisible) {
        part.findViewById(id).setVisibility(isVisible ? View.VISIBLE : View.GONE);
    }
}
