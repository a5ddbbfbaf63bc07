package tsunagi.server.slip;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as a picture that stands within a page, so that the page needs nothing beside it. */
public final class QrPicture {
    /** The blank rim a reader needs, in modules. */
    private static final int RIM = 4;

    private QrPicture() {}

    public static String svg(String content) {
        ByteMatrix modules = modules(content);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append("M%d %dh1v1h-1z".formatted(x + RIM, y + RIM));
                }
            }
        }
        int size = modules.getWidth() + 2 * RIM;
        return "<svg class=\"qr\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" role=\"img\"><path d=\"%s\"/></svg>"
                .formatted(size, size, path);
    }

    private static ByteMatrix modules(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.Q).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + content.length() + " characters", e);
        }
    }
}
