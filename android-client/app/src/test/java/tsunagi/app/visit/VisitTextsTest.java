package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import android.widget.EditText;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** Long texts, other writings, other screens. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class VisitTextsTest {
    private static final String PHONE = "ja-rJP-w411dp-h891dp-port-mdpi";
    private static final String MIXED = "腰痛👩‍⚕️ שלום مرحبا 髙﨑𠮷野\n";

    private RecordKey workplace;

    @Before
    public void openBrewery() {
        workplace = Brewery.onTablet().workplace();
    }

    private static String fiveThousand() {
        StringBuilder text = new StringBuilder();
        while (text.length() + MIXED.length() <= 5_000) {
            text.append(MIXED);
        }
        while (text.length() < 5_000) {
            text.append('長');
        }
        return text.toString();
    }

    @Test
    public void texts_whenTheyHaveFiveThousandCharactersOfAllKinds_areKeptAndSaved() {
        String text = fiveThousand();
        VisitActivity screen = VisitStage.open(workplace).get();
        for (int field : new int[] {R.id.visit_needs, R.id.visit_findings, R.id.visit_advice}) {
            VisitStage.type(screen, field, text);
        }
        VisitStage.tap(screen, "辞退");
        VisitStage.type(screen, R.id.visit_reason_words, text);
        Stage.draw(screen, "visit-long-text");
        Stage.tap(screen.findViewById(R.id.visit_finish));

        Visit saved = VisitStage.onlyVisit();
        assertThat(saved.getNeeds()).isEqualTo(text).hasSize(5_000);
        assertThat(saved.getFindings()).isEqualTo(text);
        assertThat(saved.getAdvice()).isEqualTo(text);
        assertThat(saved.getOutcome().getReasonWords()).isEqualTo(text);
    }

    @Test
    public void texts_whenTheyAreOfWhatBelongsToAVisit_areKeptWhole() {
        String text = fiveThousand();
        ActivityController<VisitActivity> visit = VisitStage.open(workplace);
        VisitStage.type(visit.get(), R.id.visit_needs, text);
        Stage.tap(visit.get().findViewById(R.id.visit_add_observation));
        ObservationActivity observation =
                VisitStage.opened(visit.get(), ObservationActivity.class).get();
        for (int field : new int[] {
            R.id.observation_task, R.id.observation_what, R.id.observation_findings, R.id.observation_advice
        }) {
            VisitStage.type(observation, field, text);
        }
        Stage.tap(visit.get().findViewById(R.id.visit_add_next));
        FollowUpActivity next =
                VisitStage.opened(visit.get(), FollowUpActivity.class).get();
        VisitStage.type(next, R.id.follow_up_task, text);
        visit.pause().stop().start().resume();
        Stage.settle();
        Stage.draw(visit.get(), "visit-long-rows");

        Stage.tap(visit.get().findViewById(R.id.visit_finish));
        Stage.tap(ShadowDialog.getLatestDialog().findViewById(R.id.visit_summary_save));

        Tablet tablet = Stage.parts().tablet();
        Observation saved = tablet.list(Brewery.TEAM, RecordType.RECORD_TYPE_OBSERVATION_VALUE)
                .get(0)
                .as(Observation.getDefaultInstance());
        assertThat(saved.getTask()).isEqualTo(text);
        assertThat(saved.getFindings()).isEqualTo(text);
        assertThat(saved.getAdvice()).isEqualTo(text);
        FollowUp savedNext = tablet.list(Brewery.TEAM, RecordType.RECORD_TYPE_FOLLOW_UP_VALUE)
                .get(0)
                .as(FollowUp.getDefaultInstance());
        assertThat(savedNext.getTask()).isEqualTo(text);
    }

    @Test
    public void text_whenTheKeyboardPutsInHalfAnEmoji_isKeptWithoutIt() {
        VisitActivity screen = VisitStage.open(workplace).get();
        VisitStage.type(screen, R.id.visit_needs, "腰痛\uD83D");

        assertThat(screen.form().now().getNeeds()).isEqualTo("腰痛");

        EditText field = screen.findViewById(R.id.visit_needs);
        field.append("\uDC69");
        Stage.settle();
        assertThat(screen.form().now().getNeeds()).isEqualTo("腰痛👩");
    }

    @Test
    @Config(qualifiers = PHONE)
    public void visit_whenOnAPhone_isOneColumn() {
        VisitActivity screen = VisitStage.open(workplace).get();
        VisitStage.type(screen, R.id.visit_needs, "腰痛の相談がしたい");
        Stage.draw(screen, "visit-phone");
        Stage.tap(screen.findViewById(R.id.visit_finish));
        Stage.draw(ShadowDialog.getLatestDialog().getWindow().getDecorView(), "visit-phone-summary");
    }

    @Test
    @Config(qualifiers = PHONE)
    public void observation_whenOnAPhone_fitsOneHand() {
        VisitActivity screen = VisitStage.open(workplace).get();
        Stage.tap(screen.findViewById(R.id.visit_add_observation));
        ObservationActivity observation =
                VisitStage.opened(screen, ObservationActivity.class).get();
        Stage.draw(observation, "visit-phone-observation");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-night-mdpi")
    public void visit_whenAtNight_isDark() {
        VisitActivity screen = VisitStage.open(workplace).get();
        VisitStage.tap(screen, "不在");
        Stage.draw(screen, "visit-night");
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-mdpi")
    public void visit_whenInEnglish_isEnglish() {
        VisitActivity screen = VisitStage.open(workplace).get();
        assertThat(VisitStage.sees(screen, "Whom they met")).isTrue();
        Stage.draw(screen, "visit-english");
    }

    @Test
    @Config(qualifiers = PHONE)
    public void visit_whenTypeIsTwiceAsLarge_canStillBeReadAndFinished() {
        RuntimeEnvironment.setFontScale(2f);
        VisitActivity screen = VisitStage.open(workplace).get();

        Stage.draw(screen, "visit-large-type");
        assertThat(screen.findViewById(R.id.visit_finish).isShown()).isTrue();
        assertThat(screen.findViewById(R.id.visit_finish).getRight()).isLessThanOrEqualTo(411);
    }
}
