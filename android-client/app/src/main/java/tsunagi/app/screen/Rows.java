package tsunagi.app.screen;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import tsunagi.app.R;

/** The rows of a part of a page, filled anew each time the page is shown. */
public final class Rows {
    private final ViewGroup part;

    private Rows(ViewGroup part) {
        this.part = part;
    }

    /** Empties a part of a page, to be filled. */
    public static Rows anew(ViewGroup part) {
        part.removeAllViews();
        part.setVisibility(View.VISIBLE);
        return new Rows(part);
    }

    /** Takes a part away that has nothing to show. */
    public static void none(ViewGroup part) {
        part.removeAllViews();
        part.setVisibility(View.GONE);
    }

    /** What the rows below are; buttons may stand in it. */
    public Row heading(CharSequence text) {
        View heading = inflate(R.layout.row_heading);
        heading.<TextView>findViewById(R.id.row_heading).setText(text);
        return new Row(heading);
    }

    public Row heading(int text) {
        return heading(part.getContext().getText(text));
    }

    public Row row(CharSequence title) {
        return Row.in(part, title);
    }

    /** Something said where there is no row, or beside them. */
    public Rows note(CharSequence text) {
        ((TextView) inflate(R.layout.row_note)).setText(text);
        return this;
    }

    public Rows note(int text) {
        return note(part.getContext().getText(text));
    }

    private View inflate(int layout) {
        View view = LayoutInflater.from(part.getContext()).inflate(layout, part, false);
        part.addView(view);
        return view;
    }
}
