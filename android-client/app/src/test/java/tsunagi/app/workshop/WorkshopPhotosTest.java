package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import android.Manifest;
import android.app.Activity;
import android.app.Dialog;
import android.content.Intent;
import android.widget.EditText;
import android.widget.TextView;
import com.google.android.material.tabs.TabLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.photo.CameraFolder;
import tsunagi.app.photo.CameraJpeg;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** The photos of a workshop. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class WorkshopPhotosTest {
    private RecordKey workplace;
    private RecordKey workshop;

    @Before
    public void theWorkshop() {
        CameraFolder.ofThisTest();
        Brewery brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        workshop = brewery.workshop(workplace, "2024-07-26");
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private WorkshopEditActivity edit() {
        return Stage.open(WorkshopEditActivity.class, WorkshopEditActivity.to(Stage.app(), workshop))
                .get();
    }

    private Workshop saved() {
        return tablet().show(workshop).as(Workshop.getDefaultInstance());
    }

    private static void take(WorkshopEditActivity screen) throws IOException {
        Shadows.shadowOf(Stage.app()).grantPermissions(Manifest.permission.CAMERA);
        Stage.tap(screen.findViewById(R.id.photo_take));
        Intent camera = Shadows.shadowOf(screen).getNextStartedActivityForResult().intent;
        Files.write(new File(screen.getCacheDir(), "photos/taken.jpg").toPath(), CameraJpeg.of(600, 900));
        Shadows.shadowOf(screen).receiveResult(camera, Activity.RESULT_OK, null);
        Stage.settle();
    }

    @Test
    public void photo_whenTakenAndCaptioned_isSavedWithTheWorkshopAndSeenOnItsPage() throws IOException {
        WorkshopEditActivity screen = edit();
        assertThat(new Eyes(screen).read()).contains("事業場と参加者の了承を得てください");
        take(screen);
        new Eyes(screen).tap("送信待ち");
        Dialog large = ShadowDialog.getLatestDialog();
        large.<EditText>findViewById(R.id.photo_caption_field).setText("実技のようす");
        Stage.tap(large.findViewById(android.R.id.button1));
        assertThat(new Eyes(screen).read()).contains("実技のようす");
        screen.findViewById(R.id.photo_part).requestRectangleOnScreen(new android.graphics.Rect(0, 0, 10, 300), true);
        Stage.draw(screen, "workshop-edit-photo");
        Stage.tap(screen.findViewById(R.id.edit_save));

        Attachment photo = saved().getPhotosMap().values().iterator().next();
        assertThat(photo.getCaption()).isEqualTo("実技のようす");
        byte[] kept = tablet().files()
                .read(Brewery.TEAM, photo.getSha256())
                .orElseThrow(AssertionError::new)
                .toByteArray();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
        WorkshopActivity page = RosterScreen.open(workshop).activity;
        TabLayout tabs = page.findViewById(R.id.workshop_tabs);
        tabs.selectTab(tabs.getTabAt(2));
        Stage.settle();
        assertThat(page.findViewById(R.id.details_photos).isShown()).isTrue();
        assertThat(page.findViewById(R.id.details_photos)
                        .<TextView>findViewById(R.id.photo_caption)
                        .getText()
                        .toString())
                .isEqualTo("実技のようす");
        Stage.draw(page, "workshop-details-photo");
    }

    @Test
    public void photo_whenDeletedBeforeItWasSent_existsNowhere() throws IOException {
        WorkshopEditActivity screen = edit();
        take(screen);
        Attachment photo = EditPage.of(
                        Stage.parts(), screen, screen.draft().open().draft())
                .photos()
                .get(0)
                .attachment();

        new Eyes(screen).tap("送信待ち");
        Stage.tap(ShadowDialog.getLatestDialog().findViewById(android.R.id.button2));
        Stage.tap(ShadowDialog.getLatestDialog().findViewById(android.R.id.button1));
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved().getPhotosMap()).isEmpty();
        assertThat(tablet().files().read(Brewery.TEAM, photo.getSha256())).isEmpty();
    }

    @Test
    public void camera_whenTheWorkplaceNeverAllowsPhotos_isNotOffered() {
        tablet().save(
                        tablet().edit(workplace)
                                .set(Workplace.newBuilder()
                                        .setPhotoRule(PhotoRule.PHOTO_RULE_NEVER)
                                        .build()),
                        Brewery.NURSE);

        WorkshopEditActivity screen = edit();

        assertThat(screen.findViewById(R.id.photo_camera).isShown()).isFalse();
        assertThat(new Eyes(screen).read()).contains("撮影禁止");
    }
}
