package tsunagi.app.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a QR code or a barcode in a picture of the camera. */
final class CodeReader {
    private final MultiFormatReader reader = new MultiFormatReader();

    CodeReader(Set<BarcodeFormat> kinds) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, kinds);
        reader.setHints(hints);
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
            return Optional.of(reader.decodeWithState(new BinaryBitmap(new HybridBinarizer(picture)))
                    .getText());
        } catch (NotFoundException nothingToRead) {
            return Optional.empty();
        } finally {
            reader.reset();
        }
    }
}
