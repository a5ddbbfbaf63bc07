package tsunagi.app.kiosk;

import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.settings.StaffPin;

/**
 * The way by which staff get the tablet back: the PIN, asked for over whatever the respondent has before them. Where nobody knows
 * it any more, whoever can open the tablet's own screen lock may choose another one; but only if the tablet had a lock when it was
 * handed over, since anybody could set one on a tablet without.
 */
final class StaffDoor {
    private final ScreenActivity<?> screen;
    private final KioskPost post;
    private final KioskCover cover;
    private final DeviceLock lock;
    private final Runnable onOpen;
    private boolean isLockOpened;

    /** The door of a screen that is being created. */
    StaffDoor(ScreenActivity<?> screen, KioskPost post, KioskCover cover, Runnable onOpen) {
        this.screen = screen;
        this.post = post;
        this.cover = cover;
        this.onOpen = onOpen;
        this.lock = new DeviceLock(screen, this::lockOpened);
    }

    private StaffPin pin() {
        Parts parts = TsunagiApp.parts(screen);
        return new StaffPin(parts.settings(), parts::nowMs);
    }

    void ask() {
        PinLeaf leaf = new PinLeaf(
                screen.getLayoutInflater(), cover.raise(), R.string.kiosk_staff_title, R.string.kiosk_staff_meaning);
        leaf.onOk(
                R.string.kiosk_staff_ok,
                typed -> screen.doing(() -> pin().attempt(typed), tried -> tried(tried, leaf)));
        leaf.onCancel(R.string.kiosk_staff_cancel, cover::lift);
        leaf.onForgotten(() -> forgotten(leaf));
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

    private void forgotten(PinLeaf leaf) {
        boolean isAsked = post.hadLock()
                && lock.ask(
                        screen.getString(R.string.kiosk_forgotten_title),
                        screen.getString(R.string.kiosk_forgotten_meaning));
        if (!isAsked) {
            leaf.say(screen.getString(R.string.kiosk_forgotten_no_lock));
        }
    }

    private void lockOpened() {
        isLockOpened = true;
        stay();
    }

    /** The page beneath was drawn anew: somebody who has opened the lock goes on choosing. */
    void stay() {
        if (isLockOpened) {
            new PinChoice(screen.getLayoutInflater(), cover, this::chosen, this::close).ask();
        }
    }

    private void chosen(String digits) {
        isLockOpened = false;
        screen.doing(
                () -> {
                    pin().choose(digits);
                    return digits;
                },
                kept -> onOpen.run());
    }

    /** Nobody of the staff is here any more. */
    void close() {
        isLockOpened = false;
        cover.lift();
    }
}
