package tsunagi.app.kiosk;

import android.view.View;
import android.view.ViewGroup;

/** What lies over the pages of the kiosk for a moment, so that nothing of them can be seen or touched. */
final class KioskCover {
    private final ViewGroup cover;
    private final View beneath;

    KioskCover(ViewGroup cover, View beneath) {
        this.cover = cover;
        this.beneath = beneath;
    }

    /** The place for something new to be shown over all else. */
    ViewGroup raise() {
        cover.removeAllViews();
        cover.setVisibility(View.VISIBLE);
        beneath.setVisibility(View.INVISIBLE);
        return cover;
    }

    void lift() {
        cover.removeAllViews();
        cover.setVisibility(View.GONE);
        beneath.setVisibility(View.VISIBLE);
    }

    boolean isUp() {
        return cover.getVisibility() == View.VISIBLE;
    }
}
