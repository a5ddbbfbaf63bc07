package tsunagi.app.questionnaire;

import android.content.Context;
import android.content.res.Configuration;
import android.util.AttributeSet;
import android.widget.FrameLayout;

/** Keeps what is in it as narrow as lines can be followed, in the middle of a wide screen; tables may be wider. */
final class Column extends FrameLayout {
    private static final float TEXT_MOST_DP = 720;
    private static final float TABLE_MOST_DP = 1120;
    private boolean isForTable;

    public Column(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    /** How wide it is on a screen, in dp. */
    static float widthDp(Configuration screen, boolean isForTable) {
        return widthDp(screen.screenWidthDp, screen.fontScale, isForTable);
    }

    private static float widthDp(float roomDp, float fontScale, boolean isForTable) {
        float most = isForTable ? TABLE_MOST_DP : TEXT_MOST_DP;
        return Math.min(roomDp, Math.max(most, roomDp * fontScale / 3));
    }

    void isForTable(boolean isTable) {
        if (isForTable != isTable) {
            isForTable = isTable;
            requestLayout();
        }
    }

    @Override
    protected void onMeasure(int widthSpec, int heightSpec) {
        int width = MeasureSpec.getSize(widthSpec);
        float density = getResources().getDisplayMetrics().density;
        float fontScale = getResources().getConfiguration().fontScale;
        int most = Math.round(widthDp(width / density, fontScale, isForTable) * density);
        int side = Math.max(0, (width - most) / 2);
        setPadding(side, 0, side, 0);
        super.onMeasure(widthSpec, heightSpec);
    }
}
