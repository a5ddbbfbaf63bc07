package tsunagi.trials.tablet.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsunagi.questionnaires.QuestionType;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;

/**
 * Answers as JSON: a number, a text, a day, a choice or a list of choices, as the question takes it; null where it was
 * left empty; or an object with the fields of an Answer.
 */
public final class AnswerJson {
    private AnswerJson() {}

    /** What is meant as an answer to a question of this type. What does not fit the type is for the sheet to find. */
    public static Answer read(JsonElement json, QuestionType type) throws BadInputException {
        if (json.isJsonNull()) {
            return Answer.newBuilder().setGap(AnswerGap.ANSWER_GAP_LEFT_EMPTY).build();
        }
        if (json.isJsonArray()) {
            List<String> choices = new ArrayList<>();
            json.getAsJsonArray().forEach(choice -> choices.add(choice.getAsString()));
            return Answer.newBuilder().addAllChoices(choices).build();
        }
        return json.isJsonObject() ? whole(json) : plain(json.getAsJsonPrimitive(), type);
    }

    private static Answer whole(JsonElement json) throws BadInputException {
        Answer.Builder answer = Answer.newBuilder();
        try {
            JsonFormat.parser().merge(json.toString(), answer);
        } catch (InvalidProtocolBufferException e) {
            throw new BadInputException("wrong_value", json + ": " + e.getMessage());
        }
        return answer.build();
    }

    private static Answer plain(JsonPrimitive json, QuestionType type) {
        Answer.Builder answer = Answer.newBuilder();
        String text = json.getAsString();
        return switch (type) {
            case CHOICE, CHOICES, RANKING ->
                answer.addAllChoices(Arrays.asList(text.split("\\s+"))).build();
            case DATE -> answer.setDateOn(text).build();
            case WHOLE_NUMBER, NUMBER -> number(text);
            default -> json.isNumber() ? number(text) : answer.setText(text).build();
        };
    }

    private static Answer number(String text) {
        try {
            return Answer.newBuilder().setNumber(Double.parseDouble(text)).build();
        } catch (NumberFormatException e) {
            // The sheet finds that this is no number.
            return Answer.newBuilder().setText(text).build();
        }
    }
}
