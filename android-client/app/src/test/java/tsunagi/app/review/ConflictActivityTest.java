package tsunagi.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import androidx.appcompat.app.AlertDialog;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.ServerSays;
import tsunagi.change.FieldPath;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class ConflictActivityTest {
    private static final FieldPath FINDINGS = FieldPath.field(Visit.FINDINGS_FIELD_NUMBER);

    private final Brewery brewery = Brewery.onTablet();
    private final RecordKey workplace = brewery.workplace();

    private RecordKey visitInConflict() {
        RecordKey visit = brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-08")
                .setFindings("製造では中腰の作業が続く。")
                .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
                .build());
        ServerSays.conflict(
                visit,
                FINDINGS,
                Visit.newBuilder().setFindings("製造を見学。").build(),
                Visit.newBuilder().setFindings("蒸米の運搬で腰への負担が大きい。\n麹室は高温多湿。").build());
        ServerSays.conflict(
                visit,
                FieldPath.field(Visit.OUTCOME_FIELD_NUMBER),
                Visit.getDefaultInstance(),
                Visit.newBuilder()
                        .setOutcome(VisitOutcome.newBuilder()
                                .setState(VisitState.VISIT_STATE_CUT_SHORT)
                                .setRetryOn("2024-07-26"))
                        .build());
        return visit;
    }

    private static ConflictActivity open(RecordKey key) {
        return Stage.open(ConflictActivity.class, ConflictActivity.to(Stage.app(), key))
                .get();
    }

    private static View field(ConflictActivity screen, int number) {
        return screen.<ViewGroup>findViewById(R.id.review_fields).getChildAt(number);
    }

    private static View side(View field, int number) {
        return field.<ViewGroup>findViewById(R.id.review_sides).getChildAt(number);
    }

    private static Visit visit(RecordKey key) {
        return Stage.parts().tablet().show(key).as(Visit.getDefaultInstance());
    }

    @Test
    public void conflict_whenTheSupervisorChoosesTheOther_letsItStandAndIsSettled() {
        Stage.parts().users().choose(brewery.user(Brewery.SUPERVISOR));
        RecordKey key = visitInConflict();
        ConflictActivity screen = open(key);
        Stage.draw(screen, "review-conflict");

        View findings = field(screen, 1);
        TextView author = side(findings, 1).findViewById(R.id.review_side_author);
        assertThat(author.getText().toString()).contains("佐藤 健").contains("7月25日");
        assertThat(findings.findViewById(R.id.review_decide).isEnabled()).isFalse();
        Stage.tap(side(findings, 1));
        Stage.draw(screen, "review-conflict-chosen");
        Stage.tap(findings.findViewById(R.id.review_decide));

        assertThat(visit(key).getFindings()).startsWith("蒸米の運搬");
        RecordView seen = Stage.parts().tablet().show(key);
        assertThat(seen.state().conflict(FINDINGS)).isEmpty();
        assertThat(seen.state().conflicts()).hasSize(1);
    }

    @Test
    public void conflict_whenBothAreRight_isWrittenTogether() {
        Stage.parts().users().choose(brewery.user(Brewery.SUPERVISOR));
        RecordKey key = visitInConflict();
        ConflictActivity screen = open(key);

        Stage.tap(field(screen, 1).findViewById(R.id.review_together));
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        EditText text = dialog.findViewById(R.id.review_together_text);
        assertThat(text.getText().toString()).contains("中腰").contains("麹室");
        Stage.draw(dialog.getWindow().getDecorView(), "review-conflict-together");
        text.setText("中腰の作業と蒸米の運搬で腰に負担。");
        Stage.tap(dialog.getButton(AlertDialog.BUTTON_POSITIVE));

        assertThat(visit(key).getFindings()).isEqualTo("中腰の作業と蒸米の運搬で腰に負担。");
        assertThat(Stage.parts().tablet().show(key).state().conflict(FINDINGS)).isEmpty();
    }

    @Test
    public void conflict_whenANurseLooks_isShownAndNotHersToDecide() {
        ConflictActivity screen = open(visitInConflict());

        assertThat(field(screen, 0).findViewById(R.id.review_decide).isShown()).isFalse();
        assertThat(screen.findViewById(R.id.review_for_supervisor).isShown()).isTrue();
        assertThat(side(field(screen, 1), 1).performClick()).isFalse();
    }

    @Test
    public void conflict_ofAMapEntry_isNamedByItsYear() {
        ServerSays.conflict(
                workplace,
                FieldPath.entry(Workplace.HEADCOUNTS_FIELD_NUMBER, "2024"),
                Workplace.getDefaultInstance(),
                Workplace.newBuilder()
                        .putHeadcounts(
                                "2024", Headcount.newBuilder().setPeople(33).build())
                        .build());

        ConflictActivity screen = open(workplace);

        TextView name = field(screen, 0).findViewById(R.id.review_field_name);
        assertThat(name.getText().toString()).isEqualTo("従業員数「2024年度(令和6年度)」");
        TextView value = side(field(screen, 0), 1).findViewById(R.id.review_side_value);
        assertThat(value.getText().toString()).isEqualTo("33");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void conflict_onAPhoneInLargeType_standsOneBelowTheOther() {
        RuntimeEnvironment.setFontScale(2.0f);
        Stage.parts().users().choose(brewery.user(Brewery.SUPERVISOR));
        ConflictActivity screen = open(visitInConflict());
        Stage.draw(screen, "review-conflict-phone-large");

        View findings = field(screen, 1);
        assertThat(side(findings, 1).getTop())
                .isGreaterThanOrEqualTo(side(findings, 0).getBottom());
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-night-mdpi")
    public void conflict_atNightInEnglish_isDrawn() {
        Stage.parts().users().choose(brewery.user(Brewery.SUPERVISOR));
        Stage.draw(open(visitInConflict()), "review-conflict-night-en");
    }
}
