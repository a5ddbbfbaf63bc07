package tsunagi.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Said;
import tsunagi.app.fixture.ServerSays;
import tsunagi.app.workplace.WorkplaceActivity;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class ReviewActivityTest {
    private final Brewery brewery = Brewery.onTablet();
    private final RecordKey workplace = brewery.workplace();

    private RecordKey review() {
        return brewery.save(Review.newBuilder()
                .setAboutId(workplace.id().toString())
                .setAboutType(RecordType.RECORD_TYPE_WORKPLACE)
                .putQuestions("a", question("電話番号が前と違います。どちらが正しいですか。"))
                .putQuestions("b", question("法人番号は分かりますか。"))
                .build());
    }

    private static ReviewQuestion question(String text) {
        return ReviewQuestion.newBuilder()
                .setQuestion(text)
                .setAskedPersonId(Brewery.NURSE)
                .setFieldNumber(Workplace.PHONE_FIELD_NUMBER)
                .setAskedOn("2024-07-24")
                .build();
    }

    private static ActivityController<QuestionActivity> open(RecordKey review) {
        return Stage.open(QuestionActivity.class, QuestionActivity.to(Stage.app(), review));
    }

    private static View question(QuestionActivity screen, int number) {
        return screen.<ViewGroup>findViewById(R.id.review_fields).getChildAt(number);
    }

    private static EditText answer(View question) {
        return question.findViewById(R.id.review_answer);
    }

    private static Review saved(RecordKey key) {
        return Stage.parts().tablet().show(key).as(Review.getDefaultInstance());
    }

    @Test
    public void list_whenNothingWaits_saysSo() {
        ReviewActivity screen =
                Stage.open(ReviewActivity.class, ReviewActivity.to(Stage.app())).get();
        Stage.draw(screen, "review-empty");

        assertThat(Said.within(screen.findViewById(R.id.review_conflicts))).contains("食い違いはありません");
        assertThat(Said.within(screen.findViewById(R.id.review_open_questions))).contains("返事を待っている");
    }

    @Test
    public void list_showsConflictsAndQuestionsOfTheTeam() {
        ServerSays.conflict(
                workplace,
                FieldPath.field(Workplace.PHONE_FIELD_NUMBER),
                Workplace.getDefaultInstance(),
                Workplace.newBuilder().setPhone("0240-00-9999").build());
        RecordKey review = review();
        ReviewActivity screen =
                Stage.open(ReviewActivity.class, ReviewActivity.to(Stage.app())).get();
        Stage.draw(screen, "review-list");

        ViewGroup conflicts = screen.findViewById(R.id.review_conflicts);
        assertThat(Said.within(conflicts)).contains("事業場  株式会社つなぎ酒造", "電話");
        Stage.tap(conflicts.getChildAt(1));
        assertThat(shadowOf(screen).getNextStartedActivity().filterEquals(ConflictActivity.to(screen, workplace)))
                .isTrue();
        ViewGroup questions = screen.findViewById(R.id.review_open_questions);
        assertThat(Said.within(questions)).contains("法人番号は分かりますか", "山田 明子 あて・7月24日(水)");
        Stage.tap(questions.getChildAt(1));
        assertThat(shadowOf(screen).getNextStartedActivity().filterEquals(QuestionActivity.to(screen, review)))
                .isTrue();
    }

    @Test
    public void answer_toOneQuestion_isSavedAndLeavesTheOtherOpen() {
        RecordKey review = review();
        QuestionActivity screen = open(review).get();
        Stage.draw(screen, "review-question");
        answer(question(screen, 1)).setText("まだ調べています");
        Stage.settle();

        answer(question(screen, 0)).setText("新しい番号が正しいです。");
        Stage.tap(question(screen, 0).findViewById(R.id.review_send_answer));

        assertThat(saved(review).getAnswersMap().keySet()).hasSize(1);
        assertThat(saved(review).getAnswersMap().values())
                .extracting(answer -> answer.getAnswer() + answer.getAnsweredOn())
                .containsExactly("新しい番号が正しいです。2024-07-26");
        assertThat(screen.<ViewGroup>findViewById(R.id.review_fields).getChildCount())
                .isEqualTo(1);
        assertThat(answer(question(screen, 0)).getText().toString()).isEqualTo("まだ調べています");
    }

    @Test
    public void answer_whileSomethingNewComesIn_staysAsItIsTyped() {
        RecordKey review = review();
        QuestionActivity screen = open(review).get();
        EditText typing = answer(question(screen, 0));
        typing.setText("途中まで");
        screen.reload();
        typing.append("書いて");
        Stage.settle();
        assertThat(answer(question(screen, 0))).isSameAs(typing);
        assertThat(typing.getText().toString()).isEqualTo("途中まで書いて");

        Stage.parts()
                .tablet()
                .save(
                        Stage.parts()
                                .tablet()
                                .edit(review)
                                .set(Review.newBuilder()
                                        .putQuestions("c", question("従業員は何人ですか。"))
                                        .build()),
                        Brewery.SUPERVISOR);
        screen.reload();
        answer(question(screen, 0)).append("います");
        Stage.settle();

        assertThat(screen.<ViewGroup>findViewById(R.id.review_fields).getChildCount())
                .isEqualTo(3);
        assertThat(answer(question(screen, 0)).getText().toString()).isEqualTo("途中まで書いています");
    }

    @Test
    public void answer_thatWasBegun_isThereAfterTheProcessWasKilled() {
        RecordKey review = review();
        ActivityController<QuestionActivity> first = open(review);
        answer(question(first.get(), 0)).setText("途中まで");
        Stage.settle();
        first.pause().stop().destroy();

        QuestionActivity second = open(review).get();
        assertThat(answer(question(second, 0)).getText().toString()).isEqualTo("途中まで");
    }

    @Test
    public void record_isOpenedFromTheQuestion() {
        QuestionActivity screen = open(review()).get();

        Stage.tap(question(screen, 0).findViewById(R.id.review_open_record));

        assertThat(shadowOf(screen).getNextStartedActivity().filterEquals(WorkplaceActivity.to(screen, workplace)))
                .isTrue();
    }
}
