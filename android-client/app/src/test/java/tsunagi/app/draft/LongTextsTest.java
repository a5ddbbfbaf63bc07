package tsunagi.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.content.Intent;
import android.text.InputType;
import android.view.View;
import android.widget.EditText;
import com.google.android.material.textfield.TextInputLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.EditHands;
import tsunagi.app.review.QuestionActivity;
import tsunagi.app.workplace.ContactEditActivity;
import tsunagi.app.workplace.WorkplaceEditActivity;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewQuestion;

/** Five thousand characters, emoji among them and scripts from right to left, in every field one types into. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class LongTextsTest {
    private static final String MIXED = "腰痛👩‍⚕️שלוםمرحبا𠮷野";
    private static final int LENGTH = 5_000;

    private final Brewery brewery = Brewery.onTablet();
    private final RecordKey workplace = brewery.workplace();

    private static String veryLong() {
        StringBuilder text = new StringBuilder();
        while (text.length() + MIXED.length() <= LENGTH) {
            text.append(MIXED);
        }
        while (text.length() < LENGTH) {
            text.append('長');
        }
        return text.toString();
    }

    private static List<EditText> fields(Activity screen) {
        return EditHands.all(screen.findViewById(android.R.id.content)).stream()
                .filter(view -> view instanceof EditText text && text.getInputType() != InputType.TYPE_NULL)
                .map(view -> (EditText) view)
                .collect(Collectors.toList());
    }

    private static List<EditText> numbers(List<EditText> fields) {
        return fields.stream()
                .filter(field -> field.getInputType() == InputType.TYPE_CLASS_NUMBER)
                .collect(Collectors.toList());
    }

    private static TextInputLayout layout(View field) {
        View view = field;
        while (!(view instanceof TextInputLayout)) {
            view = (View) view.getParent();
        }
        return (TextInputLayout) view;
    }

    /** Types into all of them, kills the process, and looks at the same screen again. */
    private static void typeEverywhere(Class<? extends Activity> screen, Intent intent, Activity first, int expected) {
        String text = veryLong();
        List<EditText> fields = fields(first);
        assertThat(fields).hasSize(expected);
        for (EditText field : fields) {
            field.requestFocus();
            field.setText(text);
        }
        EditHands.pause();
        for (EditText number : numbers(fields)) {
            assertThat(number.getText().toString()).isEqualTo(text);
            assertThat(String.valueOf(layout(number).getError())).contains("数字7桁まで");
        }
        for (EditText field : fields) {
            assertThat(String.valueOf(layout(field).getError())).hasSizeLessThan(200);
        }
        Stage.draw(
                first,
                "long-texts-" + screen.getSimpleName().replace("Activity", "").toLowerCase(Locale.ROOT));
        Stage.app().killProcess();

        List<EditText> again = fields(Stage.open(screen, intent).get());
        assertThat(again).hasSize(expected);
        List<EditText> numbers = numbers(again);
        List<String> labels = new ArrayList<>();
        for (EditText field : again) {
            if (!numbers.contains(field) && !field.getText().toString().equals(text)) {
                labels.add(layout(field).getHint() + " holds " + field.length());
            }
        }
        assertThat(labels).isEmpty();
    }

    @Test
    public void workplace_whenEveryFieldIsVeryLong_isWholeAfterTheProcessWasKilled() {
        Intent intent = WorkplaceEditActivity.to(Stage.app(), workplace);
        WorkplaceEditActivity screen =
                Stage.open(WorkplaceEditActivity.class, intent).get();
        Stage.tap(screen.findViewById(R.id.edit_department_add));
        Stage.tap(screen.findViewById(R.id.edit_season_add));
        Stage.tap(screen.findViewById(R.id.edit_declaration_add));
        EditHands.chooseInDialog("健康宣言");

        typeEverywhere(WorkplaceEditActivity.class, intent, screen, 25);
    }

    @Test
    public void contact_whenEveryFieldIsVeryLong_isWholeAfterTheProcessWasKilled() {
        Intent intent = ContactEditActivity.to(
                Stage.app(),
                Stage.parts()
                        .tablet()
                        .list(Brewery.TEAM, RecordType.RECORD_TYPE_CONTACT_VALUE)
                        .get(0)
                        .key());
        ContactEditActivity screen =
                Stage.open(ContactEditActivity.class, intent).get();
        Stage.tap(screen.findViewById(R.id.edit_disclosure_add));
        EditHands.chooseInDialog("すべての機関");

        typeEverywhere(ContactEditActivity.class, intent, screen, 9);
    }

    @Test
    public void answers_whenEachIsVeryLong_areWholeAfterTheProcessWasKilled() {
        Review.Builder review = Review.newBuilder()
                .setAboutId(workplace.id().toString())
                .setAboutType(RecordType.RECORD_TYPE_WORKPLACE);
        for (String key : Arrays.asList("a", "b")) {
            review.putQuestions(
                    key,
                    ReviewQuestion.newBuilder()
                            .setQuestion("どちらが正しいですか。")
                            .setAskedPersonId(Brewery.NURSE)
                            .build());
        }
        Intent intent = QuestionActivity.to(Stage.app(), brewery.save(review.build()));
        QuestionActivity screen = Stage.open(QuestionActivity.class, intent).get();

        typeEverywhere(QuestionActivity.class, intent, screen, 2);
    }
}
