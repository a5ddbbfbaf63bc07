package tsunagi.trials.apk;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code in characters, two rows of it a line, light on dark as most terminals are. */
final class TerminalQr {
    private static final int QUIET = 2;
    /** By whether the upper and the lower of two squares are light. */
    private static final char[] SQUARES = {' ', '▄', '▀', '█'};

    private TerminalQr() {}

    static String of(String text) {
        ByteMatrix squares = matrix(text);
        StringBuilder picture = new StringBuilder();
        for (int y = -QUIET; y < squares.getHeight() + QUIET; y += 2) {
            for (int x = -QUIET; x < squares.getWidth() + QUIET; x++) {
                picture.append(SQUARES[(isLight(squares, x, y) ? 2 : 0) + (isLight(squares, x, y + 1) ? 1 : 0)]);
            }
            picture.append('\n');
        }
        return picture.toString();
    }

    private static boolean isLight(ByteMatrix squares, int x, int y) {
        boolean isWithin = x >= 0 && y >= 0 && x < squares.getWidth() && y < squares.getHeight();
        return !isWithin || squares.get(x, y) == 0;
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }
}
