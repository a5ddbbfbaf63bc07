package tsunagi.app.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.location.Location;
import android.location.LocationManager;
import com.google.protobuf.ByteString;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.shadows.ShadowLocationManager;
import org.robolectric.shadows.ShadowLooper;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.PublishedForm;
import tsunagi.app.scan.ScanActivity;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;

/** Questions that the tablet helps to answer: by its microphone, its camera, and where it is. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class InstrumentsTest {
    private static final byte[] SPOKEN = {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80, 1, 2, 3};

    private FillActivity screen;
    private FillTaps taps;

    @Before
    public void begin() {
        Brewery.onTablet();
        Intent intent = FillActivity.to(
                Stage.app(), Brewery.TEAM, PublishedForm.heading(PublishedForm.onTablet("every_type", Map.of())));
        open(Robolectric.buildActivity(FillActivity.class, intent));
    }

    private void open(ActivityController<FillActivity> controller) {
        screen = controller.setup().get();
        Stage.settle();
        taps = new FillTaps(screen);
    }

    private void go(String path) {
        FillView view = screen.findViewById(R.id.fill_view);
        view.goTo(path);
        Stage.settle();
    }

    private static Map<String, Answer> draft() {
        return Stage.parts()
                .tablet()
                .forms()
                .resume(Stage.parts().tablet().drafts().get(0).draftId(), Brewery.NURSE)
                .orElseThrow(AssertionError::new)
                .sheet()
                .draft();
    }

    @Test
    public void sound_isRecordedAndKeptAsAFileOfTheSheet() throws IOException {
        shadowOf(Stage.app()).grantPermissions(Manifest.permission.RECORD_AUDIO);
        go("/data/sound");
        taps.choose("録音する");
        Stage.draw(screen, "fill-sound-recording");
        microphoneHears();

        taps.choose("止める");
        Stage.draw(screen, "fill-sound-recorded");

        assertThat(kept()).isEqualTo(ByteString.copyFrom(SPOKEN));
        assertThat(recording()).doesNotExist();
        assertThat(taps.page()).contains("録音し直す", "聞く");
    }

    @Test
    public void sound_whenThePageIsLeft_isKept() throws IOException {
        shadowOf(Stage.app()).grantPermissions(Manifest.permission.RECORD_AUDIO);
        go("/data/sound");
        taps.choose("録音する");
        microphoneHears();

        taps.next();

        assertThat(kept()).isEqualTo(ByteString.copyFrom(SPOKEN));
    }

    @Test
    public void sound_whenNothingWasHeard_saysSo() {
        shadowOf(Stage.app()).grantPermissions(Manifest.permission.RECORD_AUDIO);
        go("/data/sound");
        taps.choose("録音する");
        taps.choose("止める");

        assertThat(taps.page()).contains("何も録音されませんでした", "録音する");
        assertThat(draft()).doesNotContainKey("/data/sound");
    }

    @Test
    public void sound_whenTheMicrophoneIsNotAllowed_saysWhatToDo() {
        go("/data/sound");
        taps.choose("録音する");
        refuse();

        assertThat(taps.page()).contains("マイクの使用が許可されていません");
        Stage.draw(screen, "fill-sound-not-allowed");
    }

    @Test
    public void place_isEnteredOnceItIsSureEnough() {
        allowPlace();
        go("/data/place");
        taps.choose("現在地を入れる");
        assertThat(taps.page()).contains("位置を調べています");
        satellites(37.49, 139.92, 80);
        assertThat(taps.page()).contains("誤差 約80m");
        Stage.draw(screen, "fill-place-searching");

        satellites(37.4948, 139.9298, 8);

        assertThat(draft().get("/data/place").getText()).isEqualTo("37.4948 139.9298 0.0 8.0");
        assertThat(taps.page()).contains("37.4948 139.9298", "現在地を入れました(誤差 約8m)");
        Stage.draw(screen, "fill-place-found");
    }

    @Test
    public void place_whenSomebodyIsInAHurry_isEnteredAsFarAsItIsKnown() {
        allowPlace();
        go("/data/place");
        taps.choose("現在地を入れる");
        satellites(37.49, 139.92, 80);

        taps.choose("現在地を入れる");

        assertThat(draft().get("/data/place").getText()).isEqualTo("37.49 139.92 0.0 80.0");
    }

    @Test
    public void place_whenNoneIsFound_saysWhatToDo() {
        allowPlace();
        go("/data/place");
        taps.choose("現在地を入れる");
        ShadowLooper.idleMainLooper(61, TimeUnit.SECONDS);
        Stage.settle();

        assertThat(taps.page()).contains("位置が見つかりませんでした");
        assertThat(draft()).doesNotContainKey("/data/place");
    }

    @Test
    public void place_whenItIsSwitchedOff_saysWhatToDo() {
        allowPlace();
        locations().setProviderEnabled(LocationManager.GPS_PROVIDER, false);
        locations().setProviderEnabled(LocationManager.NETWORK_PROVIDER, false);
        go("/data/place");

        taps.choose("現在地を入れる");

        assertThat(taps.page()).contains("位置情報がオフです");
    }

    @Test
    public void place_whenItIsNotAllowed_saysWhatToDo() {
        go("/data/place");
        taps.choose("現在地を入れる");
        refuse();

        assertThat(taps.page()).contains("位置情報の使用が許可されていません");
    }

    @Test
    public void barcode_isReadByTheCamera() {
        go("/data/code");
        Stage.draw(screen, "fill-barcode-camera");
        taps.choose("カメラで読み取る");
        ShadowActivity.IntentForResult asked = shadowOf(screen).getNextStartedActivityForResult();
        assertThat(asked.intent.getComponent().getClassName()).isEqualTo(ScanActivity.class.getName());

        shadowOf(screen)
                .receiveResult(asked.intent, Activity.RESULT_OK, new Intent().putExtra("text", "4987123456789"));
        Stage.settle();

        assertThat(draft().get("/data/code").getText()).isEqualTo("4987123456789");
        assertThat(taps.page()).contains("4987123456789");
    }

    private static ByteString kept() {
        Attachment file = draft().get("/data/sound").getAttachment();
        assertThat(file.getMediaType()).isEqualTo("audio/aac");
        return Stage.parts()
                .tablet()
                .files()
                .read(Brewery.TEAM, file.getSha256())
                .orElseThrow(AssertionError::new);
    }

    private static File recording() {
        return new File(Stage.app().getCacheDir(), "sound/recorded.aac");
    }

    private static void microphoneHears() throws IOException {
        Files.write(recording().toPath(), SPOKEN);
    }

    /** The person says no when Android asks. */
    private void refuse() {
        ShadowActivity.PermissionsRequest asked = shadowOf(screen).getLastRequestedPermission();
        int[] refused = new int[asked.requestedPermissions.length];
        Arrays.fill(refused, PackageManager.PERMISSION_DENIED);
        screen.onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, refused);
        Stage.settle();
    }

    private static void allowPlace() {
        shadowOf(Stage.app())
                .grantPermissions(Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION);
        locations().setProviderEnabled(LocationManager.GPS_PROVIDER, true);
    }

    private static ShadowLocationManager locations() {
        return shadowOf((LocationManager) Stage.app().getSystemService(Context.LOCATION_SERVICE));
    }

    private static void satellites(double latitude, double longitude, float metres) {
        Location place = new Location(LocationManager.GPS_PROVIDER);
        place.setLatitude(latitude);
        place.setLongitude(longitude);
        place.setAccuracy(metres);
        locations().simulateLocation(place);
        Stage.settle();
    }
}
