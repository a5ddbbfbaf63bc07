package tsunagi.app.screen;

import android.content.Context;
import android.util.AttributeSet;
import android.widget.LinearLayout;
import tsunagi.app.R;

/** A column no wider than what can be read with ease, in the middle of a wide screen. */
public final class PageColumn extends LinearLayout {
    public PageColumn(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    @Override
    protected void onMeasure(int widthSpec, int heightSpec) {
        int width = MeasureSpec.getSize(widthSpec);
        int spare = Math.max(0, width - getResources().getDimensionPixelSize(R.dimen.text_width_max));
        int rim = getResources().getDimensionPixelSize(R.dimen.space);
        setPadding(rim + spare / 2, getPaddingTop(), rim + spare / 2, getPaddingBottom());
        super.onMeasure(widthSpec, heightSpec);
    }
}
