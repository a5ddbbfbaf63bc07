package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import android.Manifest;
import android.app.Dialog;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.provider.MediaStore;
import android.widget.TextView;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.photo.CameraFolder;
import tsunagi.app.photo.CameraJpeg;
import tsunagi.engine.attachment.Whereabouts;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.Posture;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class VisitPartsTest {
    private Brewery brewery;
    private RecordKey workplace;

    @Before
    public void openBrewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        CameraFolder.ofThisTest();
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private static List<RecordView> all(RecordType type) {
        return tablet().list(Brewery.TEAM, type.getNumber());
    }

    private static ActivityController<ObservationActivity> addObservation(VisitActivity visit) {
        Stage.tap(visit.findViewById(R.id.visit_add_observation));
        return VisitStage.opened(visit, ObservationActivity.class);
    }

    private static void back(FormActivity<?, ?> screen) {
        Stage.tap(screen.findViewById(R.id.visit_finish));
    }

    private static void save(VisitActivity visit) {
        Stage.tap(visit.findViewById(R.id.visit_finish));
        Stage.tap(ShadowDialog.getLatestDialog().findViewById(R.id.visit_summary_save));
    }

    @Test
    public void observation_whenVisitIsNotSavedYet_isADraftAndIsSavedWithIt() {
        ActivityController<VisitActivity> controller = VisitStage.open(workplace);
        VisitActivity visit = controller.get();
        VisitStage.type(visit, R.id.visit_findings, "仕込み場は段差が多い");
        ActivityController<ObservationActivity> observing = addObservation(visit);
        ObservationActivity observation = observing.get();
        VisitStage.type(observation, R.id.observation_task, "蒸米の運搬");
        VisitStage.tap(observation, "製造");
        VisitStage.tap(observation, "高");
        VisitStage.tap(observation, "前かがみ");
        VisitStage.tap(observation, "腰への負担");
        VisitStage.tap(observation, "運搬");
        VisitStage.type(observation, R.id.observation_weight, "25.5");
        VisitStage.tap(observation, "1日あたり");
        VisitStage.type(observation, R.id.observation_times, "40");
        Stage.draw(observation, "visit-observation");
        back(observation);
        assertThat(observation.isFinishing()).isTrue();
        assertThat(all(RecordType.RECORD_TYPE_OBSERVATION)).isEmpty();

        controller.pause().stop().start().resume();
        Stage.settle();
        assertThat(VisitStage.sees(visit, "製造：蒸米の運搬")).isTrue();
        Stage.draw(visit, "visit-with-observation");
        save(visit);

        Observation saved = all(RecordType.RECORD_TYPE_OBSERVATION).get(0).as(Observation.getDefaultInstance());
        RecordView savedVisit = all(RecordType.RECORD_TYPE_VISIT).get(0);
        assertThat(saved.getVisitId()).isEqualTo(savedVisit.key().id().toString());
        assertThat(saved.getDepartmentKey()).isEqualTo("brewing");
        assertThat(saved.getHazardLevel()).isEqualTo(HazardLevel.HAZARD_LEVEL_HIGH);
        assertThat(saved.getPosturesList()).containsExactly(Posture.POSTURE_BENT_FORWARD);
        assertThat(saved.getLoad().getWeightKilograms()).isEqualTo(25.5);
        assertThat(saved.getFrequency().getTimes()).isEqualTo(40);
        assertThat(tablet().drafts()).isEmpty();
    }

    @Test
    public void observation_whenTheProcessDies_isFoundInItsVisit() {
        ActivityController<VisitActivity> first = VisitStage.open(workplace);
        ActivityController<ObservationActivity> observing = addObservation(first.get());
        VisitStage.type(observing.get(), R.id.observation_task, "瓶詰");
        observing.pause().stop().destroy();
        first.pause().stop().destroy();

        VisitActivity again = VisitStage.open(workplace).get();

        assertThat(VisitStage.sees(again, "瓶詰")).isTrue();
        assertThat(BegunVisits.of(tablet())).singleElement().satisfies(begun -> {
            assertThat(begun.visit()).isEqualTo(again.draft().key());
            assertThat(begun.workplace()).isEqualTo("株式会社つなぎ酒造");
        });
    }

    @Test
    public void observation_whenItsVisitPermitsPhotos_hasACamera() {
        VisitActivity visit = VisitStage.open(workplace).get();
        assertThat(addObservation(visit).get().findViewById(R.id.photo_camera).isShown())
                .isFalse();

        VisitStage.tap(visit, "場所を限って可");

        assertThat(addObservation(visit).get().findViewById(R.id.photo_camera).isShown())
                .isTrue();
    }

    @Test
    public void observation_whenLeftUntouched_isNone() {
        VisitActivity visit = VisitStage.open(workplace).get();
        VisitStage.type(visit, R.id.visit_needs, "あり");
        ObservationActivity observation = addObservation(visit).get();

        back(observation);

        assertThat(tablet().drafts()).hasSize(1);
    }

    @Test
    public void referralAndNextStep_whenVisitIsSaved_areSavedWithIt() {
        ActivityController<VisitActivity> controller = VisitStage.open(workplace);
        VisitActivity visit = controller.get();
        VisitStage.type(visit, R.id.visit_advice, "台車の導入");
        Stage.tap(visit.findViewById(R.id.visit_add_referral));
        ReferralActivity referral =
                VisitStage.opened(visit, ReferralActivity.class).get();
        VisitStage.type(referral, R.id.referral_service, "登録産業医の面接指導");
        VisitStage.tap(referral, "橋渡し");
        Stage.draw(referral, "visit-referral");
        back(referral);
        Stage.tap(visit.findViewById(R.id.visit_add_next));
        FollowUpActivity next = VisitStage.opened(visit, FollowUpActivity.class).get();
        VisitStage.type(next, R.id.follow_up_task, "電話で確認");
        VisitStage.tap(next, "2週間後");
        Stage.draw(next, "visit-next-step");
        back(next);
        controller.pause().stop().start().resume();
        Stage.settle();
        Stage.draw(visit, "visit-full");

        save(visit);

        Referral savedReferral = all(RecordType.RECORD_TYPE_REFERRAL).get(0).as(Referral.getDefaultInstance());
        assertThat(savedReferral.getService()).isEqualTo("登録産業医の面接指導");
        assertThat(savedReferral.getFromBodyId()).isEqualTo(Brewery.CITY);
        FollowUp savedNext = all(RecordType.RECORD_TYPE_FOLLOW_UP).get(0).as(FollowUp.getDefaultInstance());
        assertThat(savedNext.getDueOn()).isEqualTo("2024-08-09");
        assertThat(savedNext.getAssignment().getAssignedPersonId()).isEqualTo(Brewery.NURSE);
    }

    @Test
    public void save_whenOneOfItsRecordsCannotBeSaved_savesNone() {
        VisitActivity visit = VisitStage.open(workplace).get();
        VisitStage.type(visit, R.id.visit_needs, "あり");
        ObservationActivity observation = addObservation(visit).get();
        VisitStage.type(observation, R.id.observation_task, "出荷");
        VisitDrafts drafts = VisitDrafts.of(tablet(), visit.draft());
        drafts.others().get(0).discard();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> drafts.save(tablet(), Brewery.NURSE))
                .isInstanceOf(IllegalStateException.class);

        assertThat(all(RecordType.RECORD_TYPE_VISIT)).isEmpty();
        assertThat(tablet().resume(visit.draft().id())).isPresent();
    }

    @Test
    public void photo_whenTaken_isKeptWithTheDraftWithoutThePlace() throws IOException {
        VisitActivity visit = VisitStage.open(workplace).get();
        VisitStage.tap(visit, "撮影可");
        take(visit);

        Attachment photo = visit.form().now().getPhotosMap().values().iterator().next();
        byte[] kept = tablet().files()
                .read(Brewery.TEAM, photo.getSha256())
                .orElseThrow(AssertionError::new)
                .toByteArray();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
        assertThat(photo.getHeightPixels()).isEqualTo(900);
        assertThat(new File(visit.getCacheDir(), "photos/taken.jpg")).doesNotExist();
        assertThat(VisitStage.sees(visit, "送信待ち")).isTrue();
        Stage.draw(visit, "visit-photo");
    }

    @Test
    public void photo_whenDeletedBeforeItWasSent_existsNowhere() throws IOException {
        VisitActivity visit = VisitStage.open(workplace).get();
        VisitStage.tap(visit, "撮影可");
        take(visit);
        Attachment photo = visit.form().now().getPhotosMap().values().iterator().next();

        VisitStage.tap(visit, "送信待ち");
        Dialog large = ShadowDialog.getLatestDialog();
        Stage.draw(large.getWindow().getDecorView(), "visit-photo-large");
        Stage.tap(large.findViewById(android.R.id.button2));
        Stage.tap(ShadowDialog.getLatestDialog().findViewById(android.R.id.button1));

        assertThat(visit.form().now().getPhotosMap()).isEmpty();
        assertThat(tablet().files().read(Brewery.TEAM, photo.getSha256())).isEmpty();
        assertThat(tablet().ownFiles().find(Brewery.TEAM, photo.getSha256())).isEmpty();
    }

    @Test
    public void photo_whenItIsOfAnotherTablet_isFetchedWhenAskedFor() {
        RecordKey key = FromOthers.key(RecordType.RECORD_TYPE_VISIT_VALUE);
        Attachment photo = Attachment.newBuilder()
                .setSha256(com.google.protobuf.ByteString.copyFrom(new byte[32]))
                .setCaption("麹室の入口")
                .build();
        FromOthers.says(
                key,
                Visit.newBuilder()
                        .setWorkplaceId(workplace.id().toString())
                        .setVisitOn("2024-07-26")
                        .putPhotos("a", photo)
                        .build());
        VisitActivity visit = VisitStage.open(key).get();
        assertThat(VisitStage.sees(visit, "タップで取り寄せ")).isTrue();

        VisitStage.tap(visit, "タップで取り寄せ");

        assertThat(tablet().fetchedFiles().wanted()).hasSize(1);
        tablet().fetchedFiles().noteMissing(tablet().fetchedFiles().wanted().get(0));
        assertThat(tablet().files().whereabouts(Brewery.TEAM, photo.getSha256()))
                .isEqualTo(Whereabouts.ON_ITS_WAY);
        visit.refresh();
        Stage.settle();
        assertThat(VisitStage.sees(visit, "届くまでお待ちください")).isTrue();
        Stage.draw(visit, "visit-photo-on-its-way");
    }

    @Test
    public void camera_whenTheWorkplaceNeverAllowsPhotos_isNotOffered() {
        tablet().save(
                        tablet().edit(workplace)
                                .set(Workplace.newBuilder()
                                        .setPhotoRule(PhotoRule.PHOTO_RULE_NEVER)
                                        .build()),
                        Brewery.NURSE);

        VisitActivity visit = VisitStage.open(workplace).get();

        assertThat(visit.findViewById(R.id.photo_camera).isShown()).isFalse();
        assertThat(VisitStage.sees(visit, "撮影禁止")).isTrue();
        assertThat(VisitStage.sees(visit, "撮影可")).isFalse();
    }

    private static void take(VisitActivity visit) throws IOException {
        Shadows.shadowOf(Stage.app()).grantPermissions(Manifest.permission.CAMERA);
        Stage.tap(visit.findViewById(R.id.photo_take));
        Intent camera = Shadows.shadowOf(visit).getNextStartedActivityForResult().intent;
        assertThat(camera.getAction()).isEqualTo(MediaStore.ACTION_IMAGE_CAPTURE);
        Uri target = camera.getParcelableExtra(MediaStore.EXTRA_OUTPUT, Uri.class);
        assertThat(target.getAuthority()).isEqualTo("tsunagi.app.photo");
        File file = new File(((Context) visit).getCacheDir(), "photos/taken.jpg");
        Files.write(file.toPath(), CameraJpeg.of(600, 900));
        Shadows.shadowOf(visit).receiveResult(camera, android.app.Activity.RESULT_OK, null);
        Stage.settle();
    }

    @Test
    public void materials_whenTapped_areCounted() {
        RecordKey leaflet =
                brewery.save(Material.newBuilder().setTitle("腰痛予防体操リーフレット").build());
        VisitActivity visit = VisitStage.open(workplace).get();

        Stage.tap(visit.findViewById(R.id.visit_add_material));
        androidx.appcompat.app.AlertDialog choose = (androidx.appcompat.app.AlertDialog) ShadowDialog.getLatestDialog();
        choose.getListView().performItemClick(null, 0, 0);
        Stage.settle();
        Stage.tap(visit.findViewById(R.id.visit_material_more));
        Stage.tap(visit.findViewById(R.id.visit_material_more));

        assertThat(visit.form()
                        .now()
                        .getMaterialsOrThrow(leaflet.id().toString())
                        .getCopies())
                .isEqualTo(3);
        Stage.draw(visit, "visit-materials");
    }

    @Test
    public void lastTime_whenThereWasOne_isSuggestedAndItsPromisesCanBeClosed() {
        RecordKey before = brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-08")
                .setOutcome(tsunagi.records.v1.VisitOutcome.newBuilder()
                        .setState(tsunagi.records.v1.VisitState.VISIT_STATE_DONE))
                .addKinds(tsunagi.records.v1.VisitKind.VISIT_KIND_INTERVIEW)
                .putMembers(Brewery.THERAPIST, tsunagi.records.v1.StaffMember.getDefaultInstance())
                .setAdvice("仕込み前に質問票を配る")
                .build());
        RecordKey promise = brewery.save(FollowUp.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitId(before.id().toString())
                .setTask("質問票34部を届ける")
                .setDueOn("2024-07-26")
                .build());
        VisitActivity visit = VisitStage.open(workplace).get();
        assertThat(VisitStage.sees(visit, "仕込み前に質問票を配る")).isTrue();

        VisitStage.tap(visit, "前回と同じ");
        VisitStage.tap(visit, "質問票34部を届ける");
        Stage.draw(visit, "visit-last-time");
        save(visit);

        Visit saved = tablet().show(visit.draft().key()).as(Visit.getDefaultInstance());
        assertThat(saved.getMembersMap().keySet()).containsExactlyInAnyOrder(Brewery.NURSE, Brewery.THERAPIST);
        FollowUp closed = tablet().show(promise).as(FollowUp.getDefaultInstance());
        assertThat(closed.getClosing().getState()).isEqualTo(FollowUpState.FOLLOW_UP_STATE_DONE);
        assertThat(closed.getClosing().getVisitId())
                .isEqualTo(visit.draft().key().id().toString());
    }

    @Test
    public void summary_whenSomethingIsMissing_saysItAndLeadsThere() {
        VisitActivity visit = VisitStage.open(workplace).get();
        VisitStage.type(visit, R.id.visit_findings, "段差");
        VisitStage.tap(visit, "実施");
        ObservationActivity observation = addObservation(visit).get();
        VisitStage.type(observation, R.id.observation_times, "3");
        back(observation);

        Stage.tap(visit.findViewById(R.id.visit_finish));
        Dialog summary = ShadowDialog.getLatestDialog();
        Stage.draw(summary.getWindow().getDecorView(), "visit-summary-missing");
        TextView save = summary.findViewById(R.id.visit_summary_save);
        assertThat(save.getText().toString()).isEqualTo("このまま保存");
        Stage.tap(VisitStage.find(summary.getWindow().getDecorView(), "作業観察】"));

        Intent lead = Shadows.shadowOf(visit).getNextStartedActivity();
        assertThat(lead.getComponent().getClassName()).isEqualTo(ObservationActivity.class.getName());
    }
}
