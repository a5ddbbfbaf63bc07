package tsunagi.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Color;
import android.media.ExifInterface;
import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

@RunWith(RobolectricTestRunner.class)
public class PreparedPhotoTest {
    @Test
    public void prepared_whenTheCameraWroteThePlace_holdsNothingButThePicture() throws IOException {
        byte[] given = CameraJpeg.of(600, 900);
        assertThat(exif(given).getLatLong(new float[2])).isTrue();

        byte[] kept = prepared(given).jpeg().toByteArray();

        assertThat(exif(kept).getLatLong(new float[2])).isFalse();
        assertThat(exif(kept).getAttributeInt(ExifInterface.TAG_ORIENTATION, ExifInterface.ORIENTATION_UNDEFINED))
                .isEqualTo(ExifInterface.ORIENTATION_UNDEFINED);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain(CameraJpeg.SERIAL_NUMBER)
                .doesNotContain("ICC_PROFILE")
                .doesNotContain("xap");
    }

    @Test
    public void prepared_whenTheCameraLayOnItsSide_standsUpright() {
        PreparedPhoto photo = prepared(CameraJpeg.of(600, 900));

        assertThat(photo.widthPixels()).isEqualTo(600);
        assertThat(photo.heightPixels()).isEqualTo(900);
        Bitmap picture = BitmapFactory.decodeByteArray(
                photo.jpeg().toByteArray(), 0, photo.jpeg().size());
        assertThat(Color.red(picture.getPixel(300, 100))).isGreaterThan(200);
        assertThat(Color.blue(picture.getPixel(300, 800))).isGreaterThan(200);
    }

    @Test
    public void prepared_whenThePictureIsLarge_isScaled() {
        PreparedPhoto photo = prepared(CameraJpeg.of(3000, 4500));

        assertThat(photo.heightPixels()).isEqualTo(2048);
        assertThat(photo.widthPixels()).isBetween(1364, 1366);
    }

    @Test
    public void prepared_whenItIsNoPicture_isNone() {
        assertThat(PreparedPhoto.of("写真ではない".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static PreparedPhoto prepared(byte[] given) {
        return PreparedPhoto.of(given).orElseThrow(AssertionError::new);
    }

    private static ExifInterface exif(byte[] jpeg) throws IOException {
        return new ExifInterface(
                new ByteArrayInputStream(ByteString.copyFrom(jpeg).toByteArray()));
    }
}
