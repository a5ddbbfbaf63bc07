package tsunagi.questionnaires;

import tsunagi.records.v1.Answer;

/** An answer as a person would type it. */
public final class AnswerWords {
    private AnswerWords() {}

    public static String of(Answer answer) {
        if (answer.hasNumber()) {
            double number = answer.getNumber();
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }
        if (answer.getChoicesCount() > 0) {
            return String.join(" ", answer.getChoicesList());
        }
        return answer.hasDateOn() ? answer.getDateOn() : answer.getText();
    }
}
