package tsunagi.app.questionnaire;

import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.Path;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;

/** A sheet to write on with a finger. It is white, and the ink dark, by day and by night: so it looks as it will on paper. */
final class SignaturePad extends View {
    private final Paint ink = new Paint(Paint.ANTI_ALIAS_FLAG);
    private final List<Path> strokes = new ArrayList<>();
    private Runnable listener = () -> {};

    public SignaturePad(Context context, AttributeSet attributes) {
        super(context, attributes);
        ink.setStyle(Paint.Style.STROKE);
        ink.setStrokeCap(Paint.Cap.ROUND);
        ink.setStrokeJoin(Paint.Join.ROUND);
        ink.setStrokeWidth(getResources().getDimension(R.dimen.fill_pen));
        ink.setColor(Color.BLACK);
    }

    void onStroke(Runnable newListener) {
        listener = newListener;
    }

    boolean isBlank() {
        return strokes.isEmpty();
    }

    void wipe() {
        strokes.clear();
        invalidate();
    }

    @Override
    public boolean onTouchEvent(MotionEvent event) {
        int action = event.getActionMasked();
        if (action == MotionEvent.ACTION_DOWN) {
            getParent().requestDisallowInterceptTouchEvent(true);
            begin(event.getX(), event.getY());
        } else if (action == MotionEvent.ACTION_MOVE && !strokes.isEmpty()) {
            strokes.get(strokes.size() - 1).lineTo(event.getX(), event.getY());
        } else if (action == MotionEvent.ACTION_UP) {
            performClick();
            listener.run();
        }
        invalidate();
        return true;
    }

    /** A dot is a stroke too. */
    private void begin(float x, float y) {
        Path begun = new Path();
        begun.moveTo(x, y);
        begun.lineTo(x + 0.1f, y);
        strokes.add(begun);
    }

    @Override
    public boolean performClick() {
        return super.performClick();
    }

    @Override
    protected void onDraw(Canvas canvas) {
        canvas.drawColor(Color.WHITE);
        strokes.forEach(stroke -> canvas.drawPath(stroke, ink));
    }

    /** What was written, as a picture. */
    ByteString png() {
        Bitmap picture = Bitmap.createBitmap(getWidth(), getHeight(), Bitmap.Config.ARGB_8888);
        onDraw(new Canvas(picture));
        ByteString.Output out = ByteString.newOutput();
        picture.compress(Bitmap.CompressFormat.PNG, 100, out);
        picture.recycle();
        return out.toByteString();
    }
}
