package tsunagi.app.today;

import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.user.User;

/** Asks who holds the tablet now. */
final class UserSwitch {
    private final ScreenActivity<?> screen;

    UserSwitch(ScreenActivity<?> screen) {
        this.screen = screen;
    }

    void ask() {
        screen.doing(() -> TsunagiApp.parts(screen).users().all(), this::ask);
    }

    private void ask(List<User> users) {
        CharSequence[] names = users.stream()
                .map(user -> screen.getString(R.string.word_day_with_words, user.name(), user.teamName()))
                .toArray(CharSequence[]::new);
        new MaterialAlertDialogBuilder(screen)
                .setTitle(users.isEmpty() ? R.string.today_no_users : R.string.today_switch_title)
                .setItems(names, (dialog, which) -> choose(users.get(which)))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void choose(User user) {
        screen.doing(() -> TsunagiApp.parts(screen).users().choose(user));
    }
}
