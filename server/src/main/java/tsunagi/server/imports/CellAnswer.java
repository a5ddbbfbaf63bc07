package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.calendar.JapaneseDays;
import tsunagi.questionnaires.Question;
import tsunagi.records.v1.Answer;

/** What a cell says, as the answer to its question. */
final class CellAnswer {
    private CellAnswer() {}

    /** Empty when it fits neither the question's kind nor its choices. */
    static Optional<Answer> of(Question question, String text) {
        return switch (question.type()) {
            case WHOLE_NUMBER, NUMBER -> number(text);
            case DATE ->
                JapaneseDays.parse(text)
                        .map(day ->
                                Answer.newBuilder().setDateOn(day.toString()).build());
            case CHOICE ->
                choice(question, text)
                        .map(value -> Answer.newBuilder().addChoices(value).build());
            case CHOICES, RANKING -> several(question, text);
            case FILE -> Optional.empty();
            default -> Optional.of(Answer.newBuilder().setText(text).build());
        };
    }

    private static Optional<Answer> number(String text) {
        String bare = text.replaceAll("[,\\s]|[^0-9.]+$", "");
        return bare.matches("-?[0-9]{1,12}(\\.[0-9]+)?")
                ? Optional.of(
                        Answer.newBuilder().setNumber(Double.parseDouble(bare)).build())
                : Optional.empty();
    }

    private static Optional<String> choice(Question question, String text) {
        if (question.choices().isEmpty()) {
            return Optional.of(text);
        }
        String plain = Headings.plain(text);
        return question.choices().stream()
                .filter(choice -> choice.value().equals(text)
                        || choice.labels().values().stream()
                                .anyMatch(label -> Headings.plain(label).equals(plain)))
                .map(Question.Choice::value)
                .findFirst();
    }

    /** Survey tools part choices by semicolons or commas, and labels may hold commas too: the longest that fits is meant. */
    private static Optional<Answer> several(Question question, String text) {
        Answer.Builder answer = Answer.newBuilder();
        String[] parts = text.split("\\s*[;,、\\n]\\s*");
        int from = 0;
        while (from < parts.length) {
            int until = parts.length;
            Optional<String> found = Optional.empty();
            while (until > from && found.isEmpty()) {
                List<String> together = new ArrayList<>(List.of(parts).subList(from, until));
                found = choice(question, String.join(",", together))
                        .or(() -> choice(question, String.join("、", together)));
                until = found.isEmpty() ? until - 1 : until;
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            answer.addChoices(found.get());
            from = until;
        }
        return Optional.of(answer.build());
    }

    /** The choices, for people; empty where there are none. */
    static String choices(Question question) {
        return question.choices().stream()
                .map(choice -> choice.labels().values().stream().findFirst().orElse(choice.value()))
                .collect(Collectors.joining(
                        "、",
                        question.choices().isEmpty() ? "" : "(",
                        question.choices().isEmpty() ? "" : ")"));
    }
}
