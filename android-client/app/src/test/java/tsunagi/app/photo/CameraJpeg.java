package tsunagi.app.photo;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A photo as a camera writes it: lying on its side, with the place, the maker and a serial number beside the picture. */
public final class CameraJpeg {
    public static final String SERIAL_NUMBER = "SN-0123456789";
    private static final int PRECEDING_BYTES = 2;

    private CameraJpeg() {}

    /** Red above, blue below once it is upright; the camera was turned by a quarter. */
    public static byte[] of(int uprightWidth, int uprightHeight) {
        Bitmap lying = Bitmap.createBitmap(uprightHeight, uprightWidth, Bitmap.Config.ARGB_8888);
        Canvas canvas = new Canvas(lying);
        canvas.drawColor(Color.BLUE);
        Paint red = new Paint();
        red.setColor(Color.RED);
        // Turned clockwise by a quarter, what is at the left comes to the top.
        canvas.drawRect(0, 0, uprightHeight / 2f, uprightWidth, red);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        lying.compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] exif = exif();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(plain, 0, PRECEDING_BYTES);
        whole.write(exif, 0, exif.length);
        whole.write(plain, PRECEDING_BYTES, plain.length - PRECEDING_BYTES);
        return whole.toByteArray();
    }

    /** A picture of nothing but grain: as large a file as a camera's, and nothing that packs it makes it smaller. */
    public static byte[] grainy(int width, int height, Random random) {
        int[] grains = random.ints((long) width * height)
                .map(grain -> Color.BLACK | grain)
                .toArray();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Bitmap.createBitmap(grains, width, height, Bitmap.Config.ARGB_8888)
                .compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
        return jpeg.toByteArray();
    }

    private static byte[] exif() {
        byte[] serial = (SERIAL_NUMBER + "\0").getBytes(StandardCharsets.US_ASCII);
        int firstBytes = 2 + 3 * 12 + 4;
        int serialAt = 8 + firstBytes;
        int gpsAt = serialAt + serial.length + serial.length % 2;
        int gpsBytes = 2 + 4 * 12 + 4;
        int valuesAt = gpsAt + gpsBytes;
        ByteBuffer tiff = ByteBuffer.allocate(valuesAt + 2 * 24);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1).putShort((short) 6).putShort((short) 0);
        entry(tiff, 0x8825, 4, 1).putInt(gpsAt);
        entry(tiff, 0xC62F, 2, serial.length).putInt(serialAt);
        tiff.putInt(0).put(serial);
        tiff.position(gpsAt);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2).put(new byte[] {'N', 0, 0, 0});
        entry(tiff, 2, 5, 3).putInt(valuesAt);
        entry(tiff, 3, 2, 2).put(new byte[] {'E', 0, 0, 0});
        entry(tiff, 4, 5, 3).putInt(valuesAt + 24);
        tiff.putInt(0);
        tiff.putInt(37).putInt(1).putInt(45).putInt(1).putInt(30).putInt(1);
        tiff.putInt(140).putInt(1).putInt(28).putInt(1).putInt(12).putInt(1);
        byte[] body = tiff.array();
        ByteBuffer segment = ByteBuffer.allocate(10 + body.length);
        segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + body.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(body);
        return segment.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }
}
