package tsunagi.app.kiosk;

import android.content.Context;
import android.util.AttributeSet;
import android.widget.LinearLayout;
import tsunagi.app.R;

/** A column that is never wider than a line is easily read. */
public final class ReadableColumn extends LinearLayout {
    public ReadableColumn(Context context, AttributeSet attributes) {
        super(context, attributes);
        setOrientation(VERTICAL);
    }

    @Override
    protected void onMeasure(int widthSpec, int heightSpec) {
        int most = getResources().getDimensionPixelSize(R.dimen.text_width_max);
        int width = Math.min(MeasureSpec.getSize(widthSpec), most);
        super.onMeasure(MeasureSpec.makeMeasureSpec(width, MeasureSpec.getMode(widthSpec)), heightSpec);
    }
}
