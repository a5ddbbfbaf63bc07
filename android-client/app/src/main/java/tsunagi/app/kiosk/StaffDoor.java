package tsunagi.app.kiosk;

import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.settings.StaffPin;

/** The way by which staff get the tablet back: the PIN, asked for over whatever the respondent has before them. */
final class StaffDoor {
    private final ScreenActivity<?> screen;
    private final KioskCover cover;
    private final Runnable onOpen;
    private final StaffPin pin;

    StaffDoor(ScreenActivity<?> screen, KioskCover cover, Runnable onOpen) {
        this.screen = screen;
        this.cover = cover;
        this.onOpen = onOpen;
        Parts parts = TsunagiApp.parts(screen);
        this.pin = new StaffPin(parts.settings(), parts::nowMs);
    }

    void ask() {
        PinLeaf leaf = new PinLeaf(
                screen.getLayoutInflater(), cover.raise(), R.string.kiosk_staff_title, R.string.kiosk_staff_meaning);
        leaf.onOk(
                R.string.kiosk_staff_ok, typed -> screen.doing(() -> pin.attempt(typed), tried -> tried(tried, leaf)));
        leaf.onCancel(R.string.kiosk_staff_cancel, cover::lift);
    }

    private void tried(StaffPin.Try tried, PinLeaf leaf) {
        if (tried instanceof StaffPin.Try.Right) {
            onOpen.run();
        } else if (tried instanceof StaffPin.Try.Wait wait) {
            leaf.say(screen.getString(R.string.kiosk_staff_wait, wait.seconds()));
        } else {
            leaf.say(screen.getString(R.string.kiosk_staff_wrong));
        }
    }
}
