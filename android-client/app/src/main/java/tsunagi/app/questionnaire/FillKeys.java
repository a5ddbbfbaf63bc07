package tsunagi.app.questionnaire;

import android.view.KeyEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/** The keys of a keyboard on a sheet: digits choose, the enter key goes on and the one above it back. */
final class FillKeys {
    private final Deque<Integer> digits = new ArrayDeque<>();
    private final Hand hand;

    /** Who does what the keys say. */
    interface Hand {
        /** Whether the last step is not on disk yet. */
        boolean isBusy();

        /** Whether the enter key presses a button by itself. */
        boolean isOnButton();

        void choose(int digit);

        void next();

        boolean back();
    }

    FillKeys(Hand hand) {
        this.hand = hand;
    }

    /** A key went down; false when it means nothing here. */
    boolean press(int code) {
        int digit = digit(code);
        if (digit >= 0) {
            digits.add(digit);
            play();
            return true;
        }
        if (code == KeyEvent.KEYCODE_DEL) {
            return hand.back();
        }
        boolean isEnter = code == KeyEvent.KEYCODE_ENTER || code == KeyEvent.KEYCODE_NUMPAD_ENTER;
        boolean goesOn = isEnter && !hand.isOnButton();
        if (goesOn) {
            hand.next();
        }
        return goesOn;
    }

    private static int digit(int code) {
        if (code >= KeyEvent.KEYCODE_0 && code <= KeyEvent.KEYCODE_9) {
            return code - KeyEvent.KEYCODE_0;
        }
        boolean isOnPad = code >= KeyEvent.KEYCODE_NUMPAD_0 && code <= KeyEvent.KEYCODE_NUMPAD_9;
        return isOnPad ? code - KeyEvent.KEYCODE_NUMPAD_0 : -1;
    }

    /** What is typed faster than the disk writes waits for its page, so that no digit answers the wrong question. */
    void play() {
        while (!hand.isBusy() && !digits.isEmpty()) {
            hand.choose(digits.remove());
        }
    }

    /** What waits is not wanted any more. */
    void forget() {
        digits.clear();
    }
}
