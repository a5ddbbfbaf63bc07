package tsunagi.trials.apk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApkShelfTest {
    private static final int SQUARE_PIXELS = 4;

    @TempDir
    Path directory;

    @Test
    void shelf_whenAsked_handsTheAppOutAndNothingElse() throws Exception {
        Path apk = Files.write(directory.resolve("app.apk"), new byte[] {1, 2, 3});
        Files.writeString(directory.resolve("secret"), "x");
        try (ApkShelf shelf = ApkShelf.open(apk, InetAddress.getLoopbackAddress(), 0)) {
            assertThat(get(shelf.address()).body()).containsExactly(1, 2, 3);
            assertThat(get(shelf.address()).headers().firstValue("Content-Type"))
                    .contains("application/vnd.android.package-archive");
            String root = shelf.address().replace("tsunagi.apk", "");
            assertThat(get(root + "secret").statusCode()).isEqualTo(404);
            assertThat(get(root + "tsunagi.apk/../secret").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void qr_whenReadByACamera_isTheAddress() throws Exception {
        String picture = TerminalQr.of("http://127.0.0.1:8081/tsunagi.apk");

        assertThat(read(picture)).isEqualTo("http://127.0.0.1:8081/tsunagi.apk");
    }

    private static HttpResponse<byte[]> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String read(String picture) throws Exception {
        String[] lines = picture.split("\n", -1);
        int width = lines[0].length() * SQUARE_PIXELS;
        int height = (lines.length - 1) * 2 * SQUARE_PIXELS;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                char both = lines[y / SQUARE_PIXELS / 2].charAt(x / SQUARE_PIXELS);
                boolean isUpper = y / SQUARE_PIXELS % 2 == 0;
                boolean isLight = both == '█' || both == (isUpper ? '▀' : '▄');
                pixels[y * width + x] = isLight ? 0xFFFFFF : 0;
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
