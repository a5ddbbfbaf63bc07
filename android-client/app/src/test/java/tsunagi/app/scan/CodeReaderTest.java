package tsunagi.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import tsunagi.enrolment.Invitation;

class CodeReaderTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int ROW_BYTES = 1344;
    private static final int MODULE = 7;
    private static final byte DARK = 30;
    private static final byte LIGHT = (byte) 220;

    private final String text = new Invitation("sync.example.jp:50051", "3F".repeat(32), "7K3M-Q9TX").toText();

    @Test
    void read_whenTheCodeStandsInThePicture_findsItsText() throws WriterException {
        assertThat(read(picture(DARK, LIGHT))).contains(text);
    }

    @Test
    void read_whenATerminalShowsItLightOnDark_findsItsText() throws WriterException {
        assertThat(read(picture(LIGHT, DARK))).contains(text);
    }

    @Test
    void read_whenThereIsNone_findsNothing() {
        assertThat(read(new byte[ROW_BYTES * HEIGHT])).isEmpty();
    }

    private static java.util.Optional<String> read(byte[] picture) {
        return new CodeReader(EnumSet.allOf(BarcodeFormat.class)).read(picture, ROW_BYTES, WIDTH, HEIGHT);
    }

    private byte[] picture(byte module, byte ground) throws WriterException {
        ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        byte[] picture = new byte[ROW_BYTES * HEIGHT];
        Arrays.fill(picture, ground);
        int left = (WIDTH - modules.getWidth() * MODULE) / 2;
        int top = (HEIGHT - modules.getHeight() * MODULE) / 2;
        for (int y = 0; y < modules.getHeight() * MODULE; y++) {
            for (int x = 0; x < modules.getWidth() * MODULE; x++) {
                if (modules.get(x / MODULE, y / MODULE) == 1) {
                    picture[(top + y) * ROW_BYTES + left + x] = module;
                }
            }
        }
        return picture;
    }
}
