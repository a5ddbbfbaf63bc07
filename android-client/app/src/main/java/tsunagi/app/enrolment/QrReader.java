package tsunagi.app.enrolment;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds a QR code in a picture of the camera. */
final class QrReader {
    private final QRCodeReader reader = new QRCodeReader();
    private final Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);

    QrReader() {
        hints.put(DecodeHintType.TRY_HARDER, true);
    }

    /**
     * The text of the code; empty when there is none, or none that can be read.
     *
     * @param luminance how bright each point is, row after row
     * @param rowBytes from the beginning of one row to that of the next
     */
    Optional<String> read(byte[] luminance, int rowBytes, int width, int height) {
        LuminanceSource picture = new PlanarYUVLuminanceSource(luminance, rowBytes, height, 0, 0, width, height, false);
        Optional<String> text = read(picture);
        // As a terminal on a dark screen shows it.
        return text.isPresent() ? text : read(picture.invert());
    }

    private Optional<String> read(LuminanceSource picture) {
        try {
            return Optional.of(reader.decode(new BinaryBitmap(new HybridBinarizer(picture)), hints)
                    .getText());
        } catch (NotFoundException | ChecksumException | FormatException nothingToRead) {
            return Optional.empty();
        } finally {
            reader.reset();
        }
    }
}
