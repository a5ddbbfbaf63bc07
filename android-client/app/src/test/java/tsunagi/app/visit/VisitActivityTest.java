package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Dialog;
import android.view.View;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import org.robolectric.shadows.ShadowToast;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class VisitActivityTest {
    private Brewery brewery;
    private RecordKey workplace;

    @Before
    public void openBrewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    @Test
    public void newVisit_whenOpened_isReadyToType() {
        VisitActivity screen = VisitStage.open(workplace).get();

        View needs = screen.findViewById(R.id.visit_needs);
        assertThat(needs.isFocused()).isTrue();
        Stage.draw(screen, "visit-new");
    }

    @Test
    public void newVisit_whenSaved_isOnDiskWithWhoAndWhenBeforeItSaysSo() {
        VisitActivity screen = VisitStage.open(workplace).get();
        VisitStage.type(screen, R.id.visit_needs, "腰痛の相談がしたい");
        VisitStage.tap(screen, "職場見学");
        VisitStage.tap(screen, "佐藤 健");

        Stage.tap(screen.findViewById(R.id.visit_finish));
        Dialog summary = ShadowDialog.getLatestDialog();
        Stage.draw(summary.getWindow().getDecorView(), "visit-summary");
        Stage.tap(summary.findViewById(R.id.visit_summary_save));

        Visit saved = VisitStage.onlyVisit();
        assertThat(saved.getVisitOn()).isEqualTo("2024-07-26");
        assertThat(saved.getOutcome().getState()).isEqualTo(VisitState.VISIT_STATE_DONE);
        assertThat(saved.getNeeds()).isEqualTo("腰痛の相談がしたい");
        assertThat(saved.getKindsList()).containsExactly(VisitKind.VISIT_KIND_WALK_THROUGH);
        assertThat(saved.getMembersOrThrow(Brewery.NURSE).getRole()).isEqualTo(StaffRole.STAFF_ROLE_LEAD);
        assertThat(saved.getMembersOrThrow(Brewery.THERAPIST).getBodyId()).isEqualTo(Brewery.ASSOCIATION);
        assertThat(ShadowToast.getTextOfLatestToast()).isEqualTo("保存しました（このタブレット内）");
        assertThat(tablet().drafts()).isEmpty();
        assertThat(screen.isFinishing()).isTrue();
    }

    @Test
    public void newVisit_whenLeftUntouched_leavesNoDraft() {
        VisitActivity screen = VisitStage.open(workplace).get();

        screen.getOnBackPressedDispatcher().onBackPressed();
        Stage.settle();

        assertThat(tablet().drafts()).isEmpty();
        assertThat(tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE))
                .isEmpty();
    }

    @Test
    public void attempt_whenNobodyWasThere_takesThreeTaps() {
        VisitActivity screen = VisitStage.open(workplace).get();

        VisitStage.tap(screen, "不在");
        Stage.draw(screen, "visit-attempt");
        VisitStage.tap(screen, "1週間後");
        Stage.tap(screen.findViewById(R.id.visit_finish));

        Visit saved = VisitStage.onlyVisit();
        assertThat(saved.getOutcome().getState()).isEqualTo(VisitState.VISIT_STATE_ABSENT);
        assertThat(saved.getOutcome().getRetryOn()).isEqualTo("2024-08-02");
        assertThat(screen.isFinishing()).isTrue();
    }

    @Test
    public void draft_whenTheProcessDies_goesOnWhereItWas() {
        ActivityController<VisitActivity> first = VisitStage.open(workplace);
        VisitStage.type(first.get(), R.id.visit_findings, "蒸米の運搬で前かがみが多い");
        VisitStage.tap(first.get(), "聞き取り");
        first.pause().stop().destroy();

        VisitActivity again = VisitStage.open(workplace).get();

        assertThat(VisitStage.text(again, R.id.visit_findings)).isEqualTo("蒸米の運搬で前かがみが多い");
        assertThat(again.form().now().getKindsList()).containsExactly(VisitKind.VISIT_KIND_INTERVIEW);
        assertThat(tablet().drafts()).hasSize(1);
        Stage.draw(again, "visit-resumed");
    }

    @Test
    public void draft_whenOpenedByItsId_isTheSame() {
        ActivityController<VisitActivity> first = VisitStage.open(workplace);
        VisitStage.type(first.get(), R.id.visit_advice, "台車を使う");
        first.pause().stop().destroy();

        VisitActivity again = Stage.open(
                        VisitActivity.class,
                        VisitActivity.resume(
                                Stage.app(), tablet().drafts().get(0).draftId()))
                .get();

        assertThat(VisitStage.text(again, R.id.visit_advice)).isEqualTo("台車を使う");
    }

    @Test
    public void draft_whenTheTabletIsTurned_staysAsItIs() {
        ActivityController<VisitActivity> screen = VisitStage.open(workplace);
        VisitStage.type(screen.get(), R.id.visit_needs, "出前講座の希望");

        screen.recreate();
        Stage.settle();

        assertThat(VisitStage.text(screen.get(), R.id.visit_needs)).isEqualTo("出前講座の希望");
        assertThat(tablet().drafts()).hasSize(1);
    }

    @Test
    public void camera_whenNobodyPermitted_isHidden() {
        VisitActivity screen = VisitStage.open(workplace).get();
        View camera = screen.findViewById(R.id.photo_camera);
        assertThat(camera.isShown()).isFalse();

        VisitStage.tap(screen, "撮影可");
        assertThat(camera.isShown()).isTrue();

        VisitStage.tap(screen, "撮影不可");
        assertThat(camera.isShown()).isFalse();
    }
}
