package tsunagi.trials.apk;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static HttpResponse<byte[]> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
