package tsunagi.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.Question;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.QuestionnaireScenario;
import tsunagi.questionnaires.SheetItem;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ScaleItem;
import tsunagi.score.Score;
import tsunagi.score.Scoring;

/** The forms in the repository: each compiles, speaks all its languages, can be filled in to its end, and scores as it should. */
final class FormLibraryTest {
    private static final Path LIBRARY = Path.of("..", "forms");
    private static final String JA = "日本語 (ja)";
    private static final String EASY = "やさしい日本語 (ja-x-easy)";
    private static final List<String> WITHOUT_SCORE = List.of("participant_registration", "consent");
    private static final List<String> OF_WORKERS = List.of(
            "lifestyle",
            "low_back",
            "fall_risk_person",
            "work_performance",
            "workshop_feedback",
            "awareness",
            "participant_registration",
            "consent");

    static List<String> forms() throws IOException {
        try (Stream<Path> folders = Files.list(LIBRARY)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void library_holdsTheFormsThatTheFieldAsksFor() throws IOException {
        assertThat(forms())
                .containsExactly(
                        "awareness",
                        "consent",
                        "council_checklist",
                        "fall_risk_person",
                        "fall_risk_workplace",
                        "licensed_30_items",
                        "lifestyle",
                        "low_back",
                        "owner_interview",
                        "participant_registration",
                        "support_rating",
                        "walk_through",
                        "work_performance",
                        "workshop_feedback");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void form_saysWhomItAsksAboutAndHowItIsScored(String name) {
        Form form = form(name);

        assertThat(form.key()).isEqualTo(name);
        assertThat(form.version()).isNotEmpty();
        assertThat(form.subject()).isPresent();
        assertThat(form.identities()).isNotEmpty();
        assertThat(form.scales().isEmpty()).isEqualTo(WITHOUT_SCORE.contains(name));
        form.scales().forEach((key, scale) -> {
            assertThat(scale.getBetter()).as(key).isNotEqualTo(BetterDirection.BETTER_DIRECTION_UNSPECIFIED);
            assertThat(scale.hasLeast() && scale.hasMost()).as(key).isTrue();
            assertThat(scale.getItemsList()).as(key).allSatisfy(item -> assertThat(isThere(form, item))
                    .isTrue());
        });
    }

    private static boolean isThere(Form form, ScaleItem item) {
        return item.hasScaleKey()
                ? form.scales().containsKey(item.getScaleKey())
                : form.question(item.getQuestionPath()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void form_speaksAllItsLanguagesEverywhere(String name) {
        Form form = form(name);

        assertThat(form.languages()).contains(JA, "English (en)");
        assertThat(form.languages().contains(EASY)).isEqualTo(OF_WORKERS.contains(name));
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(xform(name));
        for (String language : form.languages()) {
            for (Question question : form.questions()) {
                if (!question.path().contains("/meta/")) {
                    assertThat(question.labels().get(language))
                            .as(question.path() + " in " + language)
                            .isNotBlank();
                }
                question.choices().forEach(choice -> assertThat(choice.labels().get(language))
                        .as(question.path() + " " + choice.value() + " in " + language)
                        .isNotBlank());
            }
            filling.speak(language);
            assertThat(filling.sheet().items())
                    .filteredOn(item -> item instanceof SheetItem.Asked)
                    .allSatisfy(item -> {
                        SheetItem.Asked asked = (SheetItem.Asked) item;
                        assertThat(asked.label()).as(asked.path()).isNotBlank();
                        assertThat(asked.choices()).allSatisfy(choice -> assertThat(choice.label())
                                .as(asked.path() + " in " + language)
                                .isNotBlank());
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void form_canBeFilledInToItsEnd(String name) {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(xform(name));

        // What is answered may make the form ask more.
        for (int round = 0; round < 5; round++) {
            for (SheetItem item : filling.sheet().items()) {
                if (item instanceof SheetItem.Asked asked
                        && !asked.isReadOnly()
                        && filling.sheet().answer(asked.path()).isEmpty()) {
                    filling.sheet().answer(asked.path(), some(asked));
                }
            }
        }

        assertThat(filling.sheet().finish()).isEmpty();
        Map<String, Score> scores = Scoring.scores(
                FormVersion.newBuilder().putAllScales(filling.form().scales()).build(),
                complete(filling.sheet().answers()));
        assertThat(scores).hasSameSizeAs(filling.form().scales());
        scores.forEach((key, score) -> {
            if (score.answeredCount() == 0) {
                // Nothing of it was asked, as the form was answered here.
                return;
            }
            assertThat(score.value()).as(key).isPresent();
            assertThat(score.value().getAsDouble())
                    .as(key)
                    .isBetween(
                            filling.form().scales().get(key).getLeast(),
                            filling.form().scales().get(key).getMost());
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void workbookOfAForm_compilesToTheSameForm(String name, @TempDir Path folder) throws IOException {
        Path workbook = folder.resolve("form.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook)) {
            assertThat(FormWorkbook.write(LIBRARY.resolve(name).resolve("survey.csv"), out))
                    .isEmpty();
        }

        assertThat(Workbooks.compiled(XlsForm.compile(workbook)).xform()).isEqualTo(xform(name));
    }

    private static Answer some(SheetItem.Asked asked) {
        Answer.Builder answer = Answer.newBuilder();
        return switch (asked.type()) {
            case CHOICE, CHOICES, RANKING ->
                answer.addChoices(asked.choices().get(0).value()).build();
            case WHOLE_NUMBER, NUMBER -> answer.setNumber(1).build();
            case DATE -> answer.setDateOn("2026-04-01").build();
            case FILE ->
                answer.setAttachment(Attachment.newBuilder().setSha256(ByteString.copyFromUtf8("x")))
                        .build();
            default -> answer.setText("x").build();
        };
    }

    @Test
    void lowBack_isScoredAsByHand() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(xform("low_back"));
        filling.answer("pain_now", 3).answer("pain_worst", 7).answer("days", 12);
        filling.choose("lifting", "2")
                .choose("stooping", "3")
                .choose("standing", "1")
                .choose("sitting", "0");
        // One is never done and one is left empty: the mean of the other five stands for them.
        filling.choose("turning", "1").choose("stairs", "na");
        filling.choose("looks_after", "2").choose("afraid", "1");

        assertThat(scores(filling))
                .containsEntry("pain", 3.0)
                .containsEntry("pain_worst", 7.0)
                .containsEntry("hindrance", (2 + 3 + 1 + 0 + 1) * 7 / 5.0)
                .containsEntry("attitude", 2.0 + (3 - 1));
    }

    @Test
    void lowBack_withoutPain_hindersNothing() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(xform("low_back"))
                .answer("pain_now", 0)
                .answer("pain_worst", 0);

        filling.isNotAsked("days").isNotAsked("lifting");
        assertThat(scores(filling)).containsEntry("hindrance", 0.0).doesNotContainKey("attitude");
    }

    @Test
    void lifestyle_isScoredAsByHand() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(xform("lifestyle"));
        filling.choose("breakfast", "daily").choose("vegetables", "some_days");
        filling.choose("salty", "daily").choose("late_supper", "rarely");
        filling.choose("walking", "most_days").choose("training", "rarely");
        filling.choose("rested", "most_days").choose("drowsy", "some_days");
        filling.choose("smokes", "quit").isNotAsked("wants_to_quit");
        filling.choose("drinks", "never").isNotAsked("drink_amount");
        filling.choose("tense", "some_days").choose("someone_to_talk", "yes");

        assertThat(scores(filling))
                .containsEntry("diet", 3.0 + 1 + 0 + 3)
                .containsEntry("exercise", 2.0)
                .containsEntry("sleep", 2.0 + 2)
                .containsEntry("smoking", 2.0)
                .containsEntry("alcohol", 6.0)
                .containsEntry("mind", 2.0 + 1)
                .containsEntry("total", 7.0 + 2 + 4 + 2 + 6 + 3);
    }

    @Test
    void awareness_asksForReasonsOnlyOfThoseWhoAreNotActive() {
        QuestionnaireScenario filling =
                QuestionnaireScenario.fillIn(xform("awareness")).choose("active", "yes");
        filling.isNotAsked("reasons");
        assertThat(filling.sheet().answers()).doesNotContainKey("/data/reasons");

        filling.choose("active", "no").isAsked("reasons").isNotAsked("activities");
        assertThat(filling.sheet().answers().get("/data/reasons").hasGap()).isTrue();
        filling.choose("reasons", "people", "money");
        assertThat(filling.sheet().answers().get("/data/reasons").getChoicesList())
                .containsExactly("people", "money");
    }

    @Test
    void licensedForm_goesFrom0To120() {
        assertThat(form("licensed_30_items").scales().get("score").getMost()).isEqualTo(120);
        assertThat(form("licensed_30_items").questions())
                .filteredOn(question -> question.type() == QuestionType.CHOICE)
                .hasSize(30);
    }

    private static Map<String, Double> scores(QuestionnaireScenario filling) {
        Map<String, Double> values = new TreeMap<>();
        Scoring.scores(
                        FormVersion.newBuilder()
                                .putAllScales(filling.form().scales())
                                .build(),
                        complete(filling.sheet().answers()))
                .forEach((key, score) -> score.value().ifPresent(value -> values.put(key, value)));
        return values;
    }

    private static Response complete(Map<String, Answer> answers) {
        return Response.newBuilder()
                .putAllAnswers(answers)
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .build();
    }

    private static Form form(String name) {
        return QuestionnaireScenario.read(xform(name), FormMedia.NONE);
    }

    private static String xform(String name) {
        Compilation compilation = XlsForm.compile(LIBRARY.resolve(name).resolve("survey.csv"));
        return Workbooks.compiled(compilation).xform();
    }
}
