package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Rect;
import android.view.View;
import android.view.ViewGroup;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.fixture.ServerSays;
import tsunagi.change.FieldPath;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.Visit;

/** What belongs to a visit, while others write in it too. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class PartTogetherTest {
    private static final FieldPath FINDINGS = FieldPath.field(Observation.FINDINGS_FIELD_NUMBER);

    private RecordKey visit;

    @Before
    public void visitIsSaved() {
        Brewery brewery = Brewery.onTablet();
        RecordKey workplace = brewery.workplace();
        visit = brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-26")
                .build());
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private static void look(PartActivity<?> screen) {
        screen.refresh();
        Stage.settle();
    }

    private <A extends PartActivity<?>> A open(Class<A> screen, RecordKey part) {
        return Stage.open(screen, PartActivity.to(Stage.app(), screen, visit, part))
                .get();
    }

    private Observation.Builder bottling() {
        return Observation.newBuilder().setVisitId(visit.id().toString()).setTask("瓶詰");
    }

    @Test
    public void observation_whenOthersChangeWhatOneTypes_showsTheirsBesideAndForcesNothing() {
        RecordKey key = FromOthers.key(RecordType.RECORD_TYPE_OBSERVATION_VALUE);
        ServerSays.record(key, 5, bottling().setFindings("未確認").build());
        ObservationActivity screen = open(ObservationActivity.class, key);
        VisitStage.type(screen, R.id.observation_findings, "前かがみが続く");

        ServerSays.record(key, 6, bottling().setFindings("ひねりが多い").build());
        look(screen);

        assertThat(VisitStage.text(screen, R.id.observation_findings)).isEqualTo("前かがみが続く");
        assertThat(new Eyes(screen).read()).contains("入力中に「所見」が変更されました").contains("ひねりが多い");
        assertThat(VisitStage.sees(screen, "この画面のいちばん上に出しています")).isTrue();
        screen.findViewById(R.id.visit_scroll).scrollTo(0, 0);
        Stage.draw(screen, "visit-observation-moved");

        VisitStage.tap(screen, "相手の内容を使う");

        assertThat(VisitStage.text(screen, R.id.observation_findings)).isEqualTo("ひねりが多い");
        assertThat(screen.draft().entered()).doesNotContainKey(FINDINGS);
        assertThat(VisitStage.sees(screen, "入力中に")).isFalse();
    }

    @Test
    public void observation_whenOthersChangeTheDepartment_isNamedNotKeyed() {
        RecordKey key = FromOthers.key(RecordType.RECORD_TYPE_OBSERVATION_VALUE);
        ServerSays.record(key, 5, bottling().setDepartmentKey("brewing").build());
        ObservationActivity screen = open(ObservationActivity.class, key);
        VisitStage.tap(screen, "売店");

        ServerSays.record(key, 6, bottling().setDepartmentKey("bottling").build());
        look(screen);

        ViewGroup banners = screen.findViewById(R.id.visit_beside);
        assertThat(new Eyes(banners).read()).contains("瓶詰・出荷").contains("売店").doesNotContain("bottling");
    }

    @Test
    public void followUp_whenMineIsKept_isSaidByOneWhoSawTheirs() {
        RecordKey key = FromOthers.key(RecordType.RECORD_TYPE_FOLLOW_UP_VALUE);
        FollowUp.Builder promised = FollowUp.newBuilder().setVisitId(visit.id().toString());
        ServerSays.record(key, 5, promised.setTask("電話").build());
        FollowUpActivity screen = open(FollowUpActivity.class, key);
        VisitStage.type(screen, R.id.follow_up_task, "電話で様子を聞く");
        ServerSays.record(key, 6, promised.setTask("資料を送る").build());
        look(screen);
        Stage.draw(screen, "visit-next-step-moved");

        VisitStage.tap(screen, "自分の入力を残す");

        assertThat(VisitStage.text(screen, R.id.follow_up_task)).isEqualTo("電話で様子を聞く");
        assertThat(screen.draft().movedMeanwhile()).isEmpty();
        assertThat(screen.page().beside()).isEmpty();
    }

    @Test
    public void referral_whenPeopleDisagree_saysSoInTheVisitAndIsDecidedOnItsScreen() {
        RecordKey key = FromOthers.key(RecordType.RECORD_TYPE_REFERRAL_VALUE);
        FieldPath strength = FieldPath.field(Referral.STRENGTH_FIELD_NUMBER);
        Referral introduced = Referral.newBuilder()
                .setVisitId(visit.id().toString())
                .setService("登録産業医の面接指導")
                .setStrength(ReferralStrength.REFERRAL_STRENGTH_INTRODUCTION)
                .build();
        ServerSays.record(key, 5, introduced);
        ServerSays.conflict(
                key,
                strength,
                Referral.getDefaultInstance(),
                Referral.newBuilder()
                        .setStrength(ReferralStrength.REFERRAL_STRENGTH_BROKERED)
                        .build());
        VisitActivity around = VisitStage.open(visit).get();
        assertThat(around.findViewById(R.id.visit_referrals)
                        .<View>findViewById(R.id.visit_row_conflict)
                        .isShown())
                .isTrue();
        around.findViewById(R.id.visit_referrals).requestRectangleOnScreen(new Rect(0, 0, 10, 200), true);
        Stage.draw(around, "visit-part-conflict");

        ReferralActivity screen = open(ReferralActivity.class, key);
        assertThat(new Eyes(screen).read())
                .contains("食い違いがあります")
                .contains("山田 明子")
                .contains("佐藤 健");
        Stage.draw(screen, "visit-referral-conflict");
        ViewGroup lines = screen.findViewById(R.id.visit_banner_lines);
        Stage.tap(lines.getChildAt(1).findViewById(R.id.visit_line_use));

        assertThat(tablet().show(key).state().conflicts()).isEmpty();
        assertThat(tablet().show(key).as(Referral.getDefaultInstance()).getStrength())
                .isEqualTo(ReferralStrength.REFERRAL_STRENGTH_BROKERED);
        assertThat(VisitStage.sees(screen, "食い違い")).isFalse();
    }
}
