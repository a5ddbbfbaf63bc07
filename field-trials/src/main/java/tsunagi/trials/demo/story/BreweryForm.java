package tsunagi.trials.demo.story;

import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;

/** The brewery's questionnaire: low back, work in spite of complaints, risk of falls; and how the story answers it. */
final class BreweryForm {
    static final String PAIN = "/data/low_back/pain";
    static final String PAIN_DAYS = "/data/low_back/days";
    static final String WORK = "/data/work/level";
    private static final String FALLS = "/data/falls/q";
    static final int FALL_QUESTIONS = 5;

    private BreweryForm() {}

    static FormVersion.Builder version() {
        return FormVersion.newBuilder()
                .setFormKey("body_and_work")
                .setVersion("2024-1")
                .setTitle("からだと仕事の質問票")
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .addIdentities(RoundIdentity.ROUND_IDENTITY_CODED)
                .putScales(
                        "pain",
                        scale("腰の痛み", BetterDirection.BETTER_DIRECTION_LOWER, 10, "点", PAIN)
                                .setIsNeeded(true)
                                .build())
                .putScales(
                        "work",
                        scale("仕事の出来", BetterDirection.BETTER_DIRECTION_HIGHER, 100, "%", WORK)
                                .build())
                .putScales("fall_risk", falls().build())
                .setPublishedOn("2024-06-28");
    }

    private static Scale.Builder scale(String name, BetterDirection better, double most, String unit, String... items) {
        Scale.Builder scale = Scale.newBuilder()
                .setName(name)
                .setBetter(better)
                .setLeast(0)
                .setMost(most)
                .setUnit(unit);
        for (String item : items) {
            scale.addItems(ScaleItem.newBuilder().setQuestionPath(item));
        }
        return scale;
    }

    private static Scale.Builder falls() {
        Scale.Builder falls = scale("転倒リスク", BetterDirection.BETTER_DIRECTION_LOWER, FALL_QUESTIONS, "点");
        for (int question = 1; question <= FALL_QUESTIONS; question++) {
            falls.addItems(ScaleItem.newBuilder()
                    .setQuestionPath(FALLS + question)
                    .putPoints("yes", 1)
                    .putPoints("no", 0));
        }
        return falls;
    }

    /** What respondent {@code n} answers before. */
    static void answerBefore(Response.Builder sheet, int n) {
        answer(sheet, painBefore(n), 60 + n * 3 % 4 * 10, 1 + n % 4);
    }

    /** What the same respondent answers after; most are a little better, some are not. */
    static void answerAfter(Response.Builder sheet, int n) {
        int pain = Math.max(0, painBefore(n) + (n % 7 == 0 ? 1 : -(n % 3)));
        answer(sheet, pain, 60 + (n * 3 % 4 + (n % 5 == 0 ? 0 : 1)) * 10, Math.max(0, n % 4 - n % 2 + 1));
    }

    /** What respondent {@code n} of another workplace answers; workplaces differ more than their people do. */
    static void answerElsewhere(Response.Builder sheet, int place, int n) {
        int pain = 2 + place * 7 % 10 / 2 + (n + place) % 4;
        answer(sheet, pain, 50 + place * 3 % 10 * 3 + n % 3 * 10, Math.min(FALL_QUESTIONS, place * 7 % 10 / 3 + n % 3));
    }

    /** A sheet on which every scale has more than one box ticked. */
    static void answerInvalidly(Response.Builder sheet) {
        Answer tooMany =
                Answer.newBuilder().setGap(AnswerGap.ANSWER_GAP_TOO_MANY).build();
        sheet.putAnswers(PAIN, tooMany).putAnswers(WORK, tooMany);
    }

    private static int painBefore(int n) {
        return 1 + n * 7 % 8;
    }

    private static void answer(Response.Builder sheet, int pain, int work, int fallRisks) {
        sheet.putAnswers(PAIN, number(pain))
                .putAnswers(PAIN_DAYS, number(pain * 2 % 15))
                .putAnswers(WORK, number(work));
        for (int question = 1; question <= FALL_QUESTIONS; question++) {
            sheet.putAnswers(FALLS + question, choice(question <= fallRisks ? "yes" : "no"));
        }
    }

    static Answer number(double number) {
        return Answer.newBuilder().setNumber(number).build();
    }

    static Answer choice(String choice) {
        return Answer.newBuilder().addChoices(choice).build();
    }
}
