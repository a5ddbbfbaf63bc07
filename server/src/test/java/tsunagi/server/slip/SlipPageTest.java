package tsunagi.server.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tsunagi.matchcode.MatchCode;
import tsunagi.matchcode.RoundCodes;
import tsunagi.records.v1.Round;

final class SlipPageTest {
    private static final Round ROUND = Round.newBuilder()
            .setName("実施前 <7月> & 秋")
            .setConsultationPhone("098-000-0000")
            .setConsultationHours("平日 9~17 時")
            .build();

    @Test
    void html_hasASlipForEachCodeTenOnASheet() {
        List<MatchCode> codes = new RoundCodes(new UUID(1, 2)).codes(0, 34);

        String page = SlipPage.html(ROUND, codes);

        assertThat(page).contains("実施前 &lt;7月&gt; &amp; 秋", "098-000-0000", "平日 9~17 時");
        assertThat(count(page, "<section")).isEqualTo(4);
        assertThat(count(page, "<article")).isEqualTo(34);
        assertThat(codes).allSatisfy(code -> assertThat(page).contains(">" + code.printed() + "<"));
    }

    @Test
    void html_withoutATelephone_hasNoLineForIt() {
        assertThat(SlipPage.html(Round.getDefaultInstance(), new RoundCodes(new UUID(1, 2)).codes(0, 1)))
                .doesNotContain("相談");
    }

    @Test
    void qr_isReadAsTheCode() throws Exception {
        String svg = QrPicture.svg("1234567");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        assertThat(read(svg)).isEqualTo("1234567");
    }

    /** Draws the picture with some pixels to each module, and reads it as a camera would. */
    private static String read(String svg) throws Exception {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(size.find()).isTrue();
        int scale = 6;
        int width = Integer.parseInt(size.group(1)) * scale;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            for (int i = 0; i < scale * scale; i++) {
                int x = Integer.parseInt(module.group(1)) * scale + i % scale;
                int y = Integer.parseInt(module.group(2)) * scale + i / scale;
                pixels[y * width + x] = 0;
            }
        }
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no QR code can be seen", e);
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
