package tsunagi.app.workshop;

import android.view.View;

/** A part of the page of a workshop, behind a tab of its own. */
interface WorkshopPart {
    View view();

    /** Draws it; what somebody is typing or looking at there stays. */
    void show(WorkshopPage page);

    /** Its tab was turned to. */
    default void turned() {}

    /** Work for the screen failed; what waited for it need not wait any more. */
    default void failed() {}
}
