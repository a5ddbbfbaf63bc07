package tsunagi.app.questionnaire;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.os.Bundle;
import android.util.AttributeSet;
import android.view.KeyEvent;
import android.view.MotionEvent;
import android.view.View;
import android.view.accessibility.AccessibilityNodeInfo;
import com.google.android.material.color.MaterialColors;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import tsunagi.app.R;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.SheetItem.Range;
import tsunagi.records.v1.Answer;

/** A line on which a number is set by a tap or by drawing a finger along it; nothing stands on it before. */
final class RangeLine extends View {
    /** More numbers than these cannot be told apart below a line. */
    private static final int TICKS_MOST = 20;

    private final Paint paint = new Paint(Paint.ANTI_ALIAS_FLAG);
    private final float edge = getResources().getDimension(R.dimen.space_large);
    private final float thick = getResources().getDimension(R.dimen.space_hair);
    private Range range = new Range(0, 10, 1);
    private boolean hasTicks;
    private Optional<Double> value = Optional.empty();
    private String label = "";
    private DoubleConsumer listener = number -> {};

    public RangeLine(Context context, AttributeSet attributes) {
        super(context, attributes);
        setFocusable(true);
        setClickable(true);
    }

    void range(Range newRange, boolean showsTicks, String question) {
        range = newRange;
        hasTicks = showsTicks && steps() <= TICKS_MOST;
        label = question;
        show(value);
    }

    void onSet(DoubleConsumer newListener) {
        listener = newListener;
    }

    void show(Optional<Double> number) {
        value = number;
        setContentDescription(
                value.isPresent()
                        ? getContext().getString(R.string.fill_range_spoken, label, words(value.get()))
                        : getContext().getString(R.string.fill_range_spoken_unset, label));
        invalidate();
    }

    private long steps() {
        return Math.round(Math.abs((range.end() - range.start()) / range.step()));
    }

    private double at(long step) {
        double direction = Math.signum(range.end() - range.start());
        return Math.round((range.start() + direction * Math.abs(range.step()) * step) * 1e6) / 1e6;
    }

    /** How far from the left a number stands. */
    float place(double number) {
        float part = (float) ((number - range.start()) / (range.end() - range.start()));
        boolean isRightToLeft = getLayoutDirection() == LAYOUT_DIRECTION_RTL;
        return edge + (getWidth() - 2 * edge) * (isRightToLeft ? 1 - part : part);
    }

    private long step(float x) {
        float part = (x - edge) / Math.max(1, getWidth() - 2 * edge);
        boolean isRightToLeft = getLayoutDirection() == LAYOUT_DIRECTION_RTL;
        return Math.max(0, Math.min(steps(), Math.round((isRightToLeft ? 1 - part : part) * (double) steps())));
    }

    @Override
    protected void onDraw(Canvas canvas) {
        float middle = hasTicks ? getHeight() * 0.38f : getHeight() * 0.5f;
        paint.setStyle(Paint.Style.FILL);
        paint.setColor(colour(com.google.android.material.R.attr.colorOutline));
        canvas.drawRoundRect(
                edge - thick, middle - thick / 2, getWidth() - edge + thick, middle + thick / 2, thick, thick, paint);
        ends(canvas, middle);
        if (hasTicks) {
            ticks(canvas, middle);
        }
        value.ifPresent(number -> {
            paint.setColor(colour(com.google.android.material.R.attr.colorPrimary));
            canvas.drawCircle(place(number), middle, edge * 0.75f, paint);
        });
    }

    private void ends(Canvas canvas, float middle) {
        for (double end : new double[] {range.start(), range.end()}) {
            canvas.drawRect(
                    place(end) - thick / 2, middle - edge / 2, place(end) + thick / 2, middle + edge / 2, paint);
        }
    }

    private void ticks(Canvas canvas, float middle) {
        paint.setTextAlign(Paint.Align.CENTER);
        paint.setTextSize(textSize());
        for (long i = 0; i <= steps(); i++) {
            boolean isSet = value.isPresent() && value.get() == at(i);
            paint.setColor(colour(com.google.android.material.R.attr.colorOutline));
            canvas.drawCircle(place(at(i)), middle, thick * 0.9f, paint);
            paint.setColor(colour(
                    isSet
                            ? com.google.android.material.R.attr.colorPrimary
                            : com.google.android.material.R.attr.colorOnSurface));
            paint.setFakeBoldText(isSet);
            canvas.drawText(words(at(i)), place(at(i)), getHeight() - getPaddingBottom() - paint.descent(), paint);
        }
    }

    /** As large as the numbers can be side by side. */
    private float textSize() {
        float wanted = getResources().getDimension(R.dimen.fill_range_text);
        float room = (getWidth() - 2 * edge) / Math.max(1, steps());
        int letters = Math.max(words(range.start()).length(), words(range.end()).length());
        return Math.min(wanted, room / Math.max(1, letters) * 1.5f);
    }

    private int colour(int role) {
        return MaterialColors.getColor(this, role);
    }

    private static String words(double number) {
        return AnswerWords.of(Answer.newBuilder().setNumber(number).build());
    }

    @Override
    public boolean onTouchEvent(MotionEvent event) {
        int action = event.getActionMasked();
        if (action == MotionEvent.ACTION_DOWN || action == MotionEvent.ACTION_MOVE) {
            getParent().requestDisallowInterceptTouchEvent(true);
            show(Optional.of(at(step(event.getX()))));
            return true;
        }
        if (action == MotionEvent.ACTION_UP) {
            set(step(event.getX()));
            performClick();
            return true;
        }
        return super.onTouchEvent(event);
    }

    @Override
    public boolean performClick() {
        return super.performClick();
    }

    void set(long step) {
        show(Optional.of(at(step)));
        listener.accept(at(step));
    }

    private void move(int steps) {
        long now = value.map(number -> Math.round(Math.abs((number - range.start()) / range.step())))
                .orElse(-1L);
        set(Math.max(0, Math.min(steps(), now + steps)));
    }

    @Override
    public boolean onKeyDown(int code, KeyEvent event) {
        if (code == KeyEvent.KEYCODE_DPAD_LEFT || code == KeyEvent.KEYCODE_DPAD_RIGHT) {
            move(code == KeyEvent.KEYCODE_DPAD_LEFT ? -1 : 1);
            return true;
        }
        return super.onKeyDown(code, event);
    }

    @Override
    public void onInitializeAccessibilityNodeInfo(AccessibilityNodeInfo info) {
        super.onInitializeAccessibilityNodeInfo(info);
        info.setClassName("android.widget.SeekBar");
        info.addAction(AccessibilityNodeInfo.AccessibilityAction.ACTION_SCROLL_FORWARD);
        info.addAction(AccessibilityNodeInfo.AccessibilityAction.ACTION_SCROLL_BACKWARD);
    }

    @Override
    public boolean performAccessibilityAction(int action, Bundle arguments) {
        if (action == AccessibilityNodeInfo.ACTION_SCROLL_FORWARD
                || action == AccessibilityNodeInfo.ACTION_SCROLL_BACKWARD) {
            move(action == AccessibilityNodeInfo.ACTION_SCROLL_FORWARD ? 1 : -1);
            return true;
        }
        return super.performAccessibilityAction(action, arguments);
    }
}
