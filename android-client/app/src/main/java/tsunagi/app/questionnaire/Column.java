package tsunagi.app.questionnaire;

import android.content.Context;
import android.util.AttributeSet;
import android.widget.FrameLayout;
import tsunagi.app.R;

/** Keeps what is in it as narrow as lines can be followed, in the middle of a wide screen. */
final class Column extends FrameLayout {
    public Column(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    @Override
    protected void onMeasure(int widthSpec, int heightSpec) {
        int width = MeasureSpec.getSize(widthSpec);
        int most = Math.max(
                getResources().getDimensionPixelSize(R.dimen.text_width_max),
                Math.round(width * getResources().getConfiguration().fontScale / 3));
        int side = Math.max(0, (width - most) / 2);
        setPadding(side, 0, side, 0);
        super.onMeasure(widthSpec, heightSpec);
    }
}
