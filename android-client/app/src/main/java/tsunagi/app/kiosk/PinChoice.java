package tsunagi.app.kiosk;

import android.view.LayoutInflater;
import java.util.function.Consumer;
import tsunagi.app.R;

/** Has staff choose a PIN, twice over, so that a slip of the finger locks nobody out. */
final class PinChoice {
    private final LayoutInflater inflater;
    private final KioskCover cover;
    private final Consumer<String> onChosen;
    private final Runnable onCancel;

    PinChoice(LayoutInflater inflater, KioskCover cover, Consumer<String> onChosen, Runnable onCancel) {
        this.inflater = inflater;
        this.cover = cover;
        this.onChosen = onChosen;
        this.onCancel = onCancel;
    }

    void ask() {
        first(R.string.kiosk_ready_pin_meaning);
    }

    private void first(int meaning) {
        new PinLeaf(inflater, cover.raise(), R.string.kiosk_ready_pin_title, meaning)
                .onOk(R.string.next, this::second)
                .onCancel(R.string.cancel, onCancel);
    }

    private void second(String chosen) {
        new PinLeaf(inflater, cover.raise(), R.string.kiosk_ready_pin_again, R.string.kiosk_ready_pin_meaning)
                .onOk(R.string.save, again -> {
                    if (again.equals(chosen)) {
                        onChosen.accept(chosen);
                    } else {
                        first(R.string.kiosk_ready_pin_differs);
                    }
                })
                .onCancel(R.string.cancel, onCancel);
    }
}
