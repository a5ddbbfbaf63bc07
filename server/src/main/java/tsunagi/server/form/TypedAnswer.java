package tsunagi.server.form;

import java.util.Arrays;
import java.util.List;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.SheetItem;
import tsunagi.records.v1.Answer;

/** What somebody types for a try, in a terminal or on a page, taken as the answer it is meant to be. */
public final class TypedAnswer {
    private TypedAnswer() {}

    public static Answer of(String typed, SheetItem.Asked question) {
        Answer.Builder answer = Answer.newBuilder();
        return switch (question.type()) {
            case WHOLE_NUMBER, NUMBER -> number(typed);
            case DATE -> answer.setDateOn(typed).build();
            case CHOICE, CHOICES, RANKING ->
                answer.addAllChoices(choices(typed, question.choices())).build();
            default -> answer.setText(typed).build();
        };
    }

    private static Answer number(String typed) {
        try {
            return Answer.newBuilder().setNumber(Double.parseDouble(typed)).build();
        } catch (NumberFormatException e) {
            // The sheet says that this is no number.
            return Answer.newBuilder().setText(typed).build();
        }
    }

    private static List<String> choices(String typed, List<SheetItem.Choice> offered) {
        return Arrays.stream(typed.split("[\\s,、]+"))
                .map(word -> choice(word, offered))
                .toList();
    }

    private static String choice(String word, List<SheetItem.Choice> offered) {
        boolean isPlace =
                word.matches("\\d{1,4}") && Integer.parseInt(word) >= 1 && Integer.parseInt(word) <= offered.size();
        return isPlace ? offered.get(Integer.parseInt(word) - 1).value() : word;
    }

    static String how(QuestionType type) {
        return switch (type) {
            case WHOLE_NUMBER -> "整数 / whole number";
            case NUMBER -> "数 / number";
            case DATE -> "YYYY-MM-DD";
            case TIME -> "HH:MM";
            case MOMENT -> "YYYY-MM-DDTHH:MM";
            case CHOICE -> "番号 / one number";
            case CHOICES, RANKING -> "番号(空白区切り) / numbers";
            case PLACE, LINE, AREA -> "緯度 経度 0 0 / latitude longitude 0 0";
            case FILE -> "端末でのみ / on tablets only";
            case ACKNOWLEDGEMENT -> "OK";
            case TRUTH -> "true / false";
            default -> "";
        };
    }
}
