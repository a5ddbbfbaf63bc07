package tsunagi.app.questionnaire;

import android.content.Context;
import android.widget.LinearLayout;

/** A part of a page as it is drawn; it is drawn once and then told how things stand. */
abstract class BlockView extends LinearLayout {
    private Object likeness = "";

    BlockView(Context context) {
        super(context);
        setOrientation(VERTICAL);
    }

    /** Shows how things stand; what a person is typing just now stays as it is. */
    abstract void show(FillBlock block, FillState state);

    /** A digit was typed on a keyboard; true when it meant something here. */
    boolean digit(int digit) {
        return false;
    }

    /** Whether something is typed into it. */
    boolean isTyped() {
        return false;
    }

    final void likeness(Object value) {
        likeness = value;
    }

    final boolean isOf(FillBlock block) {
        return likeness.equals(block.likeness());
    }
}
