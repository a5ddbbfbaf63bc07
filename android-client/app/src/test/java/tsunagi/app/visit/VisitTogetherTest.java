package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLooper;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.change.FieldPath;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;

/** A visit on which several people write. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class VisitTogetherTest {
    private static final FieldPath NEEDS = FieldPath.field(Visit.NEEDS_FIELD_NUMBER);

    private RecordKey workplace;
    private RecordKey key;

    @Before
    public void openBrewery() {
        workplace = Brewery.onTablet().workplace();
        key = FromOthers.key(RecordType.RECORD_TYPE_VISIT_VALUE);
    }

    private Visit.Builder planned() {
        return Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-26")
                .putMembers(Brewery.THERAPIST, StaffMember.getDefaultInstance());
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private static void look(VisitActivity screen) {
        screen.refresh();
        Stage.settle();
    }

    @Test
    public void planned_whenOpenedAndWritten_isTheSameRecord() {
        FromOthers.says(key, planned().build());
        VisitActivity screen = VisitStage.open(key).get();
        Stage.draw(screen, "visit-planned");

        VisitStage.type(screen, R.id.visit_needs, "腰痛");

        assertThat(screen.draft().key()).isEqualTo(key);
        assertThat(VisitStage.sees(screen, "佐藤 健")).isTrue();
    }

    @Test
    public void planned_whenOnlyLookedAt_leavesNoDraft() {
        FromOthers.says(key, planned().build());
        VisitActivity screen = VisitStage.open(key).get();

        screen.getOnBackPressedDispatcher().onBackPressed();
        Stage.settle();

        assertThat(tablet().drafts()).isEmpty();
    }

    @Test
    public void change_whenItComesInWhileOneTypes_standsBesideAndIsNotForcedIn() {
        FromOthers.says(key, planned().setNeeds("未確認").build());
        VisitActivity screen = VisitStage.open(key).get();
        VisitStage.type(screen, R.id.visit_needs, "腰痛の相談");

        FromOthers.says(key, planned().setNeeds("転倒の相談").build());
        look(screen);

        assertThat(VisitStage.text(screen, R.id.visit_needs)).isEqualTo("腰痛の相談");
        assertThat(VisitStage.sees(screen, "転倒の相談")).isTrue();
        Stage.draw(screen, "visit-moved");
        VisitStage.tap(screen, "相手の内容を使う");
        assertThat(VisitStage.text(screen, R.id.visit_needs)).isEqualTo("転倒の相談");
        assertThat(screen.draft().entered()).doesNotContainKey(NEEDS);
    }

    @Test
    public void change_whenMineIsKept_isSaidByOneWhoSawTheirs() {
        FromOthers.says(key, planned().setNeeds("未確認").build());
        VisitActivity screen = VisitStage.open(key).get();
        VisitStage.type(screen, R.id.visit_needs, "腰痛の相談");
        FromOthers.says(key, planned().setNeeds("転倒の相談").build());
        look(screen);

        VisitStage.tap(screen, "自分の入力を残す");

        assertThat(VisitStage.text(screen, R.id.visit_needs)).isEqualTo("腰痛の相談");
        assertThat(screen.draft().movedMeanwhile()).isEmpty();
        assertThat(screen.page().beside()).isEmpty();
    }

    @Test
    public void change_whenItIsInAFieldThatNobodyTouchedHere_showsByItself() {
        FromOthers.says(key, planned().build());
        VisitActivity screen = VisitStage.open(key).get();

        FromOthers.says(key, planned().setAdvice("台車").build());
        ShadowLooper.idleMainLooper(6, TimeUnit.SECONDS);
        Stage.settle();

        assertThat(VisitStage.text(screen, R.id.visit_advice)).isEqualTo("台車");
    }

    @Test
    public void conflict_whenItIsOpen_showsBothWithWhoAndWhenAndIsDecided() {
        FromOthers.disagree(
                key,
                planned().setStartsAt("10:00").build(),
                Visit.STARTS_AT_FIELD_NUMBER,
                Visit.newBuilder().setStartsAt("13:30").build());
        VisitActivity screen = VisitStage.open(key).get();
        assertThat(VisitStage.sees(screen, "13:30")).isTrue();
        assertThat(VisitStage.sees(screen, "鈴木 和子")).isTrue();
        assertThat(VisitStage.sees(screen, "佐藤 健 7月26日")).isTrue();
        Stage.draw(screen, "visit-conflict");

        Stage.tap(screen.page().beside().isEmpty() ? null : lastDecision(screen));

        assertThat(tablet().show(key).state().conflicts()).isEmpty();
        assertThat(tablet().show(key).as(Visit.getDefaultInstance()).getStartsAt())
                .isEqualTo("13:30");
    }

    private static android.view.View lastDecision(VisitActivity screen) {
        android.view.ViewGroup lines = screen.findViewById(R.id.visit_banner_lines);
        return lines.getChildAt(lines.getChildCount() - 1).findViewById(R.id.visit_line_use);
    }

    @Test
    public void sameDay_whenMineIsNotSavedYet_goesOnInTheOther() {
        FromOthers.says(key, planned().setFindings("段差").build());
        VisitActivity screen = VisitStage.open(workplace).get();
        VisitStage.type(screen, R.id.visit_needs, "腰痛の相談");
        assertThat(VisitStage.sees(screen, "同じ訪問ですか")).isTrue();
        Stage.draw(screen, "visit-same-day");

        VisitStage.tap(screen, "同じ訪問としてまとめる");

        assertThat(screen.draft().key()).isEqualTo(key);
        assertThat(VisitStage.text(screen, R.id.visit_needs)).isEqualTo("腰痛の相談");
        assertThat(VisitStage.text(screen, R.id.visit_findings)).isEqualTo("段差");
        assertThat(tablet().drafts()).hasSize(1);
        assertThat(screen.form().now().getMembersMap()).containsKeys(Brewery.NURSE, Brewery.THERAPIST);
    }

    @Test
    public void sameDay_whenBothAreSaved_becomesOneWithTheObservationsOfBothAndCanBeUndone() {
        Brewery brewery = Brewery.onTablet();
        RecordKey first = brewery.save(planned().build());
        RecordKey second = brewery.save(planned().build());
        brewery.save(Observation.newBuilder()
                .setVisitId(second.id().toString())
                .setTask("瓶詰")
                .build());
        VisitActivity screen = VisitStage.open(second).get();

        VisitStage.tap(screen, "同じ訪問としてまとめる");

        assertThat(screen.draft().key()).isEqualTo(first);
        assertThat(VisitStage.sees(screen, "瓶詰")).isTrue();
        assertThat(visits()).containsExactly(first);
        assertThat(VisitStage.sees(screen, "とりまとめ担当が確認すると")).isTrue();
        Stage.draw(screen, "visit-joined");

        VisitStage.tap(screen, "元に戻す");
        assertThat(visits()).containsExactlyInAnyOrder(first, second);
    }

    private static List<RecordKey> visits() {
        return tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE).stream()
                .map(RecordView::key)
                .collect(Collectors.toList());
    }
}
