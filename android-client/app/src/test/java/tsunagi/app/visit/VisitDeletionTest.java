package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Dialog;
import com.google.android.material.appbar.MaterialToolbar;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpClosing;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Visit;

/** A visit that was saved by mistake. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class VisitDeletionTest {
    private RecordKey workplace;
    private RecordKey visit;
    private RecordKey observation;
    private RecordKey referral;
    private RecordKey next;
    private RecordKey earlier;

    @Before
    public void visitIsSaved() {
        Brewery brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        visit = brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-26")
                .setNeeds("腰痛の相談")
                .setFindings("段差が多い")
                .build());
        String id = visit.id().toString();
        observation = brewery.save(
                Observation.newBuilder().setVisitId(id).setTask("瓶詰").build());
        referral = brewery.save(
                Referral.newBuilder().setVisitId(id).setService("登録産業医の面接指導").build());
        next = brewery.save(
                FollowUp.newBuilder().setVisitId(id).setTask("電話で確認").build());
        earlier = brewery.save(FollowUp.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setTask("質問票を届ける")
                .setClosing(FollowUpClosing.newBuilder()
                        .setState(FollowUpState.FOLLOW_UP_STATE_DONE)
                        .setVisitId(id))
                .build());
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private static boolean isThere(RecordKey key) {
        return tablet().show(key).isAlive();
    }

    private static Dialog ask(VisitActivity screen) {
        MaterialToolbar toolbar = screen.findViewById(R.id.visit_toolbar);
        assertThat(toolbar.getMenu().findItem(R.id.visit_delete).isVisible()).isTrue();
        toolbar.getMenu().performIdentifierAction(R.id.visit_delete, 0);
        Stage.settle();
        return ShadowDialog.getLatestDialog();
    }

    private static Dialog delete(VisitActivity screen) {
        Stage.tap(ask(screen).findViewById(android.R.id.button1));
        return ShadowDialog.getLatestDialog();
    }

    @Test
    public void delete_whenAsked_saysWhatGoesAlongAndThatItTravels() {
        VisitActivity screen = VisitStage.open(visit).get();
        VisitStage.type(screen, R.id.visit_advice, "台車");

        Dialog question = ask(screen);

        assertThat(new Eyes(question.getWindow().getDecorView()).read())
                .contains("株式会社つなぎ酒造、7月26日(金)の訪問")
                .contains("作業観察 1件・紹介 1件・次の約束 1件")
                .contains("まだ保存していない入力も消えます")
                .contains("次の同期で送られ");
        Stage.draw(question.getWindow().getDecorView(), "visit-delete");
        Stage.tap(question.findViewById(android.R.id.button2));
        assertThat(isThere(visit)).isTrue();
        assertThat(tablet().drafts()).hasSize(1);
    }

    @Test
    public void delete_whenConfirmed_endsTheVisitWithItsPartsButNotWhatItClosed() {
        VisitActivity screen = VisitStage.open(visit).get();

        Dialog deleted = delete(screen);
        Stage.draw(deleted.getWindow().getDecorView(), "visit-deleted");
        Stage.tap(deleted.findViewById(android.R.id.button1));

        assertThat(isThere(visit)).isFalse();
        assertThat(isThere(observation)).isFalse();
        assertThat(isThere(referral)).isFalse();
        assertThat(isThere(next)).isFalse();
        assertThat(isThere(earlier)).isTrue();
        assertThat(tablet().drafts()).isEmpty();
        assertThat(screen.isFinishing()).isTrue();
    }

    @Test
    public void delete_whenTakenBack_bringsAllOfItBackAsItWas() {
        Visit before = tablet().show(visit).as(Visit.getDefaultInstance());
        VisitActivity screen = VisitStage.open(visit).get();

        Stage.tap(delete(screen).findViewById(android.R.id.button2));

        assertThat(tablet().show(visit).as(Visit.getDefaultInstance())).isEqualTo(before);
        assertThat(isThere(observation)).isTrue();
        assertThat(isThere(referral)).isTrue();
        assertThat(isThere(next)).isTrue();
        assertThat(screen.isFinishing()).isFalse();
        assertThat(VisitStage.text(screen, R.id.visit_needs)).isEqualTo("腰痛の相談");
        assertThat(VisitStage.sees(screen, "瓶詰")).isTrue();
        assertThat(VisitStage.sees(screen, "訪問を元に戻しました")).isTrue();
        Stage.draw(screen, "visit-brought-back");
        VisitStage.type(screen, R.id.visit_needs, "腰痛と転倒の相談");
        assertThat(screen.draft().entered()).hasSize(1);
    }

    @Test
    public void delete_whenTheTabletIsTurnedAfterwards_leavesTheScreen() {
        ActivityController<VisitActivity> screen = VisitStage.open(visit);
        delete(screen.get());

        screen.recreate();
        Stage.settle();

        assertThat(screen.get().isFinishing()).isTrue();
        assertThat(isThere(visit)).isFalse();
        assertThat(tablet().drafts()).isEmpty();
    }

    @Test
    public void newVisit_whenNothingIsSaved_hasNothingToDelete() {
        VisitActivity screen = VisitStage.open(workplace).get();

        MaterialToolbar toolbar = screen.findViewById(R.id.visit_toolbar);
        assertThat(toolbar.getMenu().findItem(R.id.visit_delete).isVisible()).isFalse();
        assertThat(tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE))
                .hasSize(1);
    }
}
