package tsunagi.server.admin;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code in a terminal: two modules in each character, light ones drawn, as on a dark screen. */
public final class TerminalQr {
    /** The blank rim a reader needs, in modules. */
    private static final int RIM = 2;

    private TerminalQr() {}

    public static String of(String content) {
        ByteMatrix modules = modules(content);
        StringBuilder drawn = new StringBuilder();
        for (int y = -RIM; y < modules.getHeight() + RIM; y += 2) {
            for (int x = -RIM; x < modules.getWidth() + RIM; x++) {
                drawn.append(cell(isLight(modules, x, y), isLight(modules, x, y + 1)));
            }
            drawn.append('\n');
        }
        return drawn.toString();
    }

    private static char cell(boolean isUpperLight, boolean isLowerLight) {
        if (isUpperLight) {
            return isLowerLight ? '█' : '▀';
        }
        return isLowerLight ? '▄' : ' ';
    }

    private static boolean isLight(ByteMatrix modules, int x, int y) {
        boolean isInside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
        return !isInside || modules.get(x, y) == 0;
    }

    private static ByteMatrix modules(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + content.length() + " characters", e);
        }
    }
}
