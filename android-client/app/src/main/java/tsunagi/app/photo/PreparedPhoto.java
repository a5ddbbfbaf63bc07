package tsunagi.app.photo;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Matrix;
import android.graphics.Paint;
import android.media.ExifInterface;
import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * A photo as it is kept: upright, no larger than is needed to see what it shows, and with nothing in it but the picture.
 * No place, no camera, no serial number.
 */
public record PreparedPhoto(ByteString jpeg, int widthPixels, int heightPixels) {
    public static final String MEDIA_TYPE = "image/jpeg";
    static final int LONGEST_SIDE_PIXELS = 2048;
    private static final int QUALITY_PERCENT = 82;

    /** Prepares what a camera or a picker gave; empty when it is no picture. */
    public static Optional<PreparedPhoto> of(byte[] given) {
        Bitmap decoded = decode(given);
        if (decoded == null) {
            return Optional.empty();
        }
        // Drawn anew, so that no colour profile, depth map or gain map of the camera's comes along.
        Bitmap upright = upright(decoded, turned(orientation(given)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        upright.compress(Bitmap.CompressFormat.JPEG, QUALITY_PERCENT, out);
        PreparedPhoto photo = new PreparedPhoto(
                ByteString.copyFrom(PlainJpeg.of(out.toByteArray())), upright.getWidth(), upright.getHeight());
        decoded.recycle();
        upright.recycle();
        return Optional.of(photo);
    }

    private static Bitmap decode(byte[] given) {
        BitmapFactory.Options bounds = new BitmapFactory.Options();
        bounds.inJustDecodeBounds = true;
        BitmapFactory.decodeByteArray(given, 0, given.length, bounds);
        BitmapFactory.Options options = new BitmapFactory.Options();
        int longest = Math.max(bounds.outWidth, bounds.outHeight);
        options.inSampleSize = Math.max(1, Integer.highestOneBit(longest / LONGEST_SIDE_PIXELS));
        return BitmapFactory.decodeByteArray(given, 0, given.length, options);
    }

    private static int orientation(byte[] given) {
        try {
            return new ExifInterface(new ByteArrayInputStream(given))
                    .getAttributeInt(ExifInterface.TAG_ORIENTATION, ExifInterface.ORIENTATION_NORMAL);
        } catch (IOException e) {
            return ExifInterface.ORIENTATION_NORMAL;
        }
    }

    private static Matrix turned(int orientation) {
        Matrix matrix = new Matrix();
        switch (orientation) {
            case ExifInterface.ORIENTATION_FLIP_HORIZONTAL -> matrix.setScale(-1, 1);
            case ExifInterface.ORIENTATION_ROTATE_180 -> matrix.setRotate(180);
            case ExifInterface.ORIENTATION_FLIP_VERTICAL -> matrix.setScale(1, -1);
            case ExifInterface.ORIENTATION_TRANSPOSE -> {
                matrix.setRotate(90);
                matrix.postScale(-1, 1);
            }
            case ExifInterface.ORIENTATION_ROTATE_90 -> matrix.setRotate(90);
            case ExifInterface.ORIENTATION_TRANSVERSE -> {
                matrix.setRotate(-90);
                matrix.postScale(-1, 1);
            }
            case ExifInterface.ORIENTATION_ROTATE_270 -> matrix.setRotate(-90);
            default -> {}
        }
        return matrix;
    }

    private static Bitmap upright(Bitmap decoded, Matrix turned) {
        float scale = Math.min(1f, (float) LONGEST_SIDE_PIXELS / Math.max(decoded.getWidth(), decoded.getHeight()));
        turned.postScale(scale, scale);
        android.graphics.RectF frame = new android.graphics.RectF(0, 0, decoded.getWidth(), decoded.getHeight());
        turned.mapRect(frame);
        turned.postTranslate(-frame.left, -frame.top);
        Bitmap upright = Bitmap.createBitmap(
                Math.max(1, Math.round(frame.width())),
                Math.max(1, Math.round(frame.height())),
                Bitmap.Config.ARGB_8888);
        Canvas canvas = new Canvas(upright);
        canvas.drawColor(Color.WHITE);
        canvas.drawBitmap(decoded, turned, new Paint(Paint.FILTER_BITMAP_FLAG));
        return upright;
    }
}
