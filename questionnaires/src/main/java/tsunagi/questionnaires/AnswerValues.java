package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.javarosa.core.model.data.BooleanData;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.GeoPointData;
import org.javarosa.core.model.data.GeoShapeData;
import org.javarosa.core.model.data.GeoTraceData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.LongData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectMultiData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.TimeData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.xform.util.XFormAnswerDataSerializer;
import tsunagi.records.v1.Answer;

/** Answers as records keep them, turned into the values of a form and back. */
final class AnswerValues {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d.*)?");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");

    private AnswerValues() {}

    /** The value that a question of this type takes, or null when the answer is of another kind. */
    static IAnswerData value(Answer answer, QuestionType type) {
        return switch (type) {
            case WHOLE_NUMBER -> wholeNumber(answer);
            case NUMBER ->
                answer.hasNumber() && Double.isFinite(answer.getNumber()) ? new DecimalData(answer.getNumber()) : null;
            case DATE -> date(answer);
            case CHOICE ->
                answer.getChoicesCount() == 1 ? new SelectOneData(new Selection(answer.getChoices(0))) : null;
            case CHOICES -> answer.getChoicesCount() > 0 ? new SelectMultiData(selections(answer)) : null;
            case RANKING -> answer.getChoicesCount() > 0 ? new MultipleItemsData(selections(answer)) : null;
            case FILE ->
                answer.hasAttachment() && !answer.getAttachment().getSha256().isEmpty()
                        ? new StringData(fileName(answer))
                        : null;
            default -> answer.hasText() && !answer.getText().isEmpty() ? ofText(answer.getText(), type) : null;
        };
    }

    private static IAnswerData ofText(String text, QuestionType type) {
        try {
            return switch (type) {
                case TIME -> time(text);
                case MOMENT -> moment(text);
                case PLACE -> new GeoPointData().cast(new UncastData(text));
                case LINE -> new GeoTraceData().cast(new UncastData(text));
                case AREA -> new GeoShapeData().cast(new UncastData(text));
                case TRUTH -> new BooleanData().cast(new UncastData(text));
                default -> new StringData(text);
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static IAnswerData time(String text) {
        Date time = TIME.matcher(text).matches() ? DateUtils.parseTime(text) : null;
        return time == null ? null : new TimeData(time);
    }

    private static IAnswerData moment(String text) {
        Date moment = MOMENT.matcher(text).matches() ? DateUtils.parseDateTime(text) : null;
        return moment == null ? null : new DateTimeData(moment);
    }

    private static IAnswerData wholeNumber(Answer answer) {
        double number = answer.getNumber();
        if (!answer.hasNumber() || number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            return null;
        }
        return Math.abs(number) <= Integer.MAX_VALUE ? new IntegerData((int) number) : new LongData((long) number);
    }

    private static IAnswerData date(Answer answer) {
        if (!DATE.matcher(answer.getDateOn()).matches()) {
            return null;
        }
        try {
            Date date = DateUtils.parseDate(answer.getDateOn());
            return date == null ? null : new DateData(date);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<Selection> selections(Answer answer) {
        List<Selection> selections = new ArrayList<>();
        answer.getChoicesList().forEach(choice -> selections.add(new Selection(choice)));
        return selections;
    }

    /** What stands in the form for a file: its hash, by which it is found again. */
    static String fileName(Answer answer) {
        StringBuilder name = new StringBuilder();
        for (byte b : answer.getAttachment().getSha256().toByteArray()) {
            name.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return name.toString();
    }

    /** The answer that says what a form holds. */
    static Answer answer(IAnswerData value, QuestionType type) {
        Answer.Builder answer = Answer.newBuilder();
        return switch (type) {
            case WHOLE_NUMBER, NUMBER -> number(value);
            case DATE -> answer.setDateOn(words(value)).build();
            case TIME ->
                answer.setText(value.getValue() instanceof Date time ? DateUtils.format(time, "%H:%M") : words(value))
                        .build();
            case CHOICE, CHOICES, RANKING ->
                answer.addAllChoices(choices(value)).build();
            default -> answer.setText(words(value)).build();
        };
    }

    private static Answer number(IAnswerData value) {
        String words = words(value);
        try {
            return Answer.newBuilder().setNumber(Double.parseDouble(words)).build();
        } catch (NumberFormatException e) {
            return Answer.newBuilder().setText(words).build();
        }
    }

    /** The values of what was chosen. */
    static List<String> choices(IAnswerData value) {
        String words = words(value).trim();
        return words.isEmpty() ? List.of() : Arrays.asList(words.split("\\s+"));
    }

    static String words(IAnswerData value) {
        return String.valueOf(new XFormAnswerDataSerializer().serializeAnswerData(value));
    }
}
