package tsunagi.app.visit;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.content.Intent;
import android.view.View;
import android.widget.EditText;
import com.google.protobuf.ByteString;
import java.util.Map;
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
import tsunagi.app.fixture.EveryText;
import tsunagi.app.photo.CameraJpeg;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;

/** Everything on a visit that takes text, with very much of it, when the process ends before anybody saved. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class EveryTextOfAVisitTest {
    private static final String LONG = EveryText.text();

    private Brewery brewery;
    private RecordKey workplace;

    @Before
    public void openBrewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
    }

    private static Map<Integer, String> typeEverywhere(Activity screen) {
        return EveryText.type(screen.getWindow().getDecorView());
    }

    private static Map<Integer, String> read(Activity screen) {
        return EveryText.read(screen.getWindow().getDecorView());
    }

    private static void kill(ActivityController<?> screen) {
        screen.pause().stop().destroy();
        Stage.app().killProcess();
    }

    @Test
    public void visit_whenTheProcessIsKilled_hasEveryTextWhole() {
        ActivityController<VisitActivity> visit = VisitStage.open(workplace);
        VisitStage.tap(visit.get(), "辞退");
        VisitStage.tap(visit.get(), "場所を限って可");
        Map<Integer, String> typed = typeEverywhere(visit.get());
        assertThat(typed)
                .containsOnlyKeys(
                        R.id.visit_reason_words,
                        R.id.visit_except_where,
                        R.id.visit_needs,
                        R.id.visit_findings,
                        R.id.visit_advice);
        assertThat(typed.values()).containsOnly(LONG);

        kill(visit);

        assertThat(read(VisitStage.open(workplace).get())).isEqualTo(typed);
    }

    @Test
    public void parts_whenTheProcessIsKilled_haveEveryTextWhole() {
        isWhole(
                R.id.visit_add_observation,
                ObservationActivity.class,
                R.id.observation_task,
                R.id.observation_what,
                R.id.observation_findings,
                R.id.observation_advice);
        isWhole(R.id.visit_add_referral, ReferralActivity.class, R.id.referral_service, R.id.referral_reason);
        isWhole(R.id.visit_add_next, FollowUpActivity.class, R.id.follow_up_task);
    }

    private <A extends PartActivity<?>> void isWhole(int add, Class<A> part, Integer... fields) {
        ActivityController<VisitActivity> visit = VisitStage.open(workplace);
        Stage.tap(visit.get().findViewById(add));
        Intent opened = Shadows.shadowOf(visit.get()).getNextStartedActivity();
        ActivityController<A> screen = Stage.open(part, opened);
        Map<Integer, String> typed = typeEverywhere(screen.get());
        assertThat(typed).containsOnlyKeys(fields);
        assertThat(typed.values()).containsOnly(LONG);
        visit.pause().stop().destroy();

        kill(screen);

        assertThat(read(Stage.open(part, opened).get())).isEqualTo(typed);
    }

    @Test
    public void caption_whenTheProcessIsKilledWhileItIsTyped_isWhole() {
        RecordKey key = brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-26")
                .build());
        Tablet tablet = Stage.parts().tablet();
        Draft photographed = tablet.edit(key);
        tablet.files()
                .keep(
                        key,
                        ByteString.copyFrom(CameraJpeg.of(60, 90)),
                        "image/jpeg",
                        photo -> photographed.set(
                                Visit.newBuilder().putPhotos("a", photo).build()));
        tablet.save(photographed, Brewery.NURSE);
        ActivityController<VisitActivity> visit = VisitStage.open(key);
        VisitStage.tap(visit.get(), "送信待ち");

        EveryText.type(ShadowDialog.getLatestDialog().getWindow().getDecorView());
        kill(visit);

        VisitActivity again = VisitStage.open(key).get();
        assertThat(again.form().now().getPhotosOrThrow("a").getCaption()).isEqualTo(LONG);
    }

    @Test
    public void names_whenTheProcessIsKilled_areWhole() {
        ActivityController<VisitActivity> visit = VisitStage.open(workplace);
        Stage.tap(visit.get().findViewById(R.id.visit_add_member));
        View question = ShadowDialog.getLatestDialog().getWindow().getDecorView();
        assertThat(EveryText.type(question)).containsOnlyKeys(R.id.line_answer);
        Stage.tap(question.findViewById(android.R.id.button1));

        kill(visit);

        VisitActivity again = VisitStage.open(workplace).get();
        assertThat(again.form().now().getMembersMap().values())
                .extracting(StaffMember::getName)
                .contains(LONG);
    }

    @Test
    public void number_whenItIsTooLong_keepsWhatFitsAndSaysSo() {
        VisitActivity screen = VisitStage.open(workplace).get();
        EditText workers = screen.findViewById(R.id.visit_met_workers);
        for (char digit : "1234567890".toCharArray()) {
            workers.append(String.valueOf(digit));
        }
        Stage.settle();

        assertThat(workers.getText().toString()).isEqualTo("123456789");
        assertThat(workers.getError().toString()).isEqualTo("9桁までの数字を入れてください");
        assertThat(screen.form().now().getMetWorkers()).isEqualTo(123_456_789);
        workers.setText("12");
        Stage.settle();
        assertThat(workers.getError()).isNull();
    }
}
