package tsunagi.app.visit;

import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** Asks whether a saved visit is to be deleted, says what goes along and how it travels, and offers to bring it back. */
final class DeletionQuestion {
    private final VisitActivity screen;

    DeletionQuestion(VisitActivity screen) {
        this.screen = screen;
    }

    void ask() {
        screen.asMe(author -> screen.form()
                .open()
                .afterwards(
                        () -> VisitDeletion.of(screen.tablet(), screen.draft()),
                        deletion -> ask(deletion, author),
                        failure -> screen.say(R.string.visit_not_kept)));
    }

    private void ask(VisitDeletion deletion, String author) {
        new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.visit_delete_title)
                .setMessage(message(deletion))
                .setPositiveButton(R.string.visit_delete, (dialog, which) -> delete(deletion, author))
                .setNegativeButton(R.string.visit_delete_not, null)
                .show();
    }

    private String message(VisitDeletion deletion) {
        List<String> lines = new ArrayList<>();
        Visit visit = deletion.visit().as(Visit.getDefaultInstance());
        lines.add(screen.getString(
                R.string.visit_delete_what,
                screen.page().place().name(),
                screen.days().day(visit.getVisitOn())));
        String along = along(deletion);
        if (!along.isEmpty()) {
            lines.add(screen.getString(R.string.visit_delete_along, along));
        }
        if (deletion.hasUnsaved()) {
            lines.add(screen.getString(R.string.visit_delete_unsaved));
        }
        lines.add(screen.getString(R.string.visit_delete_travels));
        lines.add(screen.getString(R.string.visit_delete_cancelled));
        return String.join("\n\n", lines);
    }

    private String along(VisitDeletion deletion) {
        List<String> said = new ArrayList<>();
        count(said, R.plurals.visit_observations_count, deletion.count(RecordType.RECORD_TYPE_OBSERVATION));
        count(said, R.plurals.visit_photos_count, deletion.photos());
        count(said, R.plurals.visit_referrals_count, deletion.count(RecordType.RECORD_TYPE_REFERRAL));
        count(said, R.plurals.visit_next_count, deletion.count(RecordType.RECORD_TYPE_FOLLOW_UP));
        return String.join(screen.getString(R.string.visit_list_separator), said);
    }

    private void count(List<String> said, int plural, int number) {
        if (number > 0) {
            said.add(screen.getResources().getQuantityString(plural, number, number));
        }
    }

    private void delete(VisitDeletion deletion, String author) {
        screen.doing(
                () -> {
                    deletion.delete(screen.tablet(), screen.draft(), author);
                    return deletion;
                },
                deleted -> {
                    screen.over();
                    sayDeleted(deleted, author);
                });
    }

    private void sayDeleted(VisitDeletion deleted, String author) {
        new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.visit_deleted)
                .setMessage(R.string.visit_deleted_message)
                .setPositiveButton(R.string.close, (dialog, which) -> screen.finish())
                .setNegativeButton(R.string.undo, (dialog, which) -> bringBack(deleted, author))
                .setOnCancelListener(dialog -> screen.finish())
                .show();
    }

    private void bringBack(VisitDeletion deleted, String author) {
        screen.doing(
                () -> {
                    deleted.bringBack(screen.tablet(), author);
                    return deleted.visit().key();
                },
                key -> {
                    screen.turnTo(VisitActivity.to(screen, key));
                    screen.say(R.string.visit_brought_back);
                });
    }
}
