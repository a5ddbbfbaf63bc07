package tsunagi.app.round;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.batch.BatchActivity;
import tsunagi.app.fixture.AskedRound;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.fixture.PublishedForm;
import tsunagi.app.questionnaire.FillActivity;
import tsunagi.app.questionnaire.FillView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;

/** As much as a field takes, in letters that go from right to left and in ones of several parts, outlives the process. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class LongTextTest {
    private static final int LENGTH = 5_000;
    private static final List<String> PAGES =
            List.of("/data/together/job", "/data/task[1]/work", "/data/wish_text", "/data/code");

    private Brewery brewery;

    @Before
    public void brewery() {
        brewery = Brewery.onTablet();
    }

    @Test
    public void roundForm_whenEveryFieldIsFullAndTheProcessIsKilled_hasAllOfIt() {
        RoundEditActivity screen = Stage.open(
                        RoundEditActivity.class, RoundEditActivity.toNewAt(Stage.app(), brewery.workplace()))
                .get();
        List<EditText> fields = fields(screen.findViewById(android.R.id.content));
        assertThat(fields).hasSize(4);
        for (int i = 0; i < fields.size(); i++) {
            EditText field = fields.get(i);
            field.setText(field.getId() == R.id.round_edit_people ? "1234567" : longText(i));
            Stage.settle();
        }
        Stage.draw(screen, "round-edit-long");
        assertThat(new Eyes(screen).read()).contains("6けたまでです");

        UUID draft = Stage.parts().tablet().drafts().get(0).draftId();
        Stage.app().killProcess();
        RoundEditActivity again = Stage.open(RoundEditActivity.class, RoundEditActivity.resume(Stage.app(), draft))
                .get();

        List<EditText> kept = fields(again.findViewById(android.R.id.content));
        assertThat(kept).hasSize(4);
        for (int i = 0; i < kept.size(); i++) {
            boolean isCount = kept.get(i).getId() == R.id.round_edit_people;
            assertThat(kept.get(i).getText()).hasToString(isCount ? "123456" : longText(i));
        }
    }

    @Test
    public void textQuestions_whenEveryOneIsFullAndTheProcessIsKilled_haveAllOfIt() {
        UUID version = PublishedForm.onTablet("every_type");
        FillActivity screen = Stage.open(
                        FillActivity.class, FillActivity.to(Stage.app(), Brewery.TEAM, PublishedForm.heading(version)))
                .get();
        for (String path : PAGES) {
            EditText field = field(screen, path);
            field.setText(longText(path.length()) + "そのあと");
            Stage.settle();
            assertThat(field.getText()).hasToString(longText(path.length()));
            assertThat(new Eyes(screen).read()).contains("5,000字までです");
        }
        Stage.draw(screen, "fill-text-full");

        UUID draft = Stage.parts().tablet().drafts().get(0).draftId();
        Stage.app().killProcess();
        FillActivity again = Stage.open(FillActivity.class, FillActivity.resume(Stage.app(), draft))
                .get();

        for (String path : PAGES) {
            assertThat(field(again, path).getText()).hasToString(longText(path.length()));
        }
    }

    @Test
    public void personSearch_whenALotIsTyped_staysAsItWasTyped() {
        RecordKey round = AskedRound.of(
                brewery, brewery.workplace(), RoundIdentity.ROUND_IDENTITY_NAMED, Round.getDefaultInstance());
        BatchActivity desk = Stage.open(BatchActivity.class, BatchActivity.to(Stage.app(), round))
                .get();
        new Eyes(desk).tap(R.id.batch_begin);
        EditText typed = ShadowDialog.getLatestDialog().findViewById(R.id.search_dialog_typed);

        typed.setText(longText(1));
        Stage.settle();

        assertThat(typed.getText()).hasToString(longText(1));
        assertThat(ShadowDialog.getLatestDialog().isShowing()).isTrue();
    }

    private static EditText field(Activity screen, String path) {
        FillView view = screen.findViewById(R.id.fill_view);
        view.goTo(path);
        Stage.settle();
        List<EditText> fields = fields(screen.findViewById(R.id.fill_blocks));
        return fields.get(fields.size() - 1);
    }

    /** Japanese, Arabic, Hebrew, a person of four code points and a flag of two, told from others by a number. */
    private static String longText(int number) {
        String part = number + " 腰が痛い 👩‍⚕️🇯🇵 مرحبا שלום　𠮟る。";
        return part.repeat(LENGTH / part.length()) + "あ".repeat(LENGTH % part.length());
    }

    private static List<EditText> fields(View view) {
        List<EditText> fields = new ArrayList<>();
        collect(view, fields);
        return fields;
    }

    private static void collect(View view, List<EditText> fields) {
        if (view instanceof EditText field) {
            fields.add(field);
        } else if (view instanceof ViewGroup group) {
            for (int i = 0; i < group.getChildCount(); i++) {
                collect(group.getChildAt(i), fields);
            }
        }
    }
}
