package tsunagi.server.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;
import tsunagi.server.export.ExportColumn.Kind;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** The columns in which answers stand: one a question, of all versions of the form that were answered. */
final class AnswerColumns {
    private final Language language;
    private final boolean withFreeText;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, Boolean> unread;

    /** Of the versions of a round's form, its own first: what it asks comes first, and in its words. */
    AnswerColumns(AskedRound round, Language language, boolean withFreeText) {
        this.language = language;
        this.withFreeText = withFreeText;
        this.unread = round.unread();
        for (Form form : round.forms()) {
            for (Question question : form.questions()) {
                if (questions.putIfAbsent(question.path(), question) == null) {
                    forms.put(question.path(), form);
                }
            }
        }
    }

    List<SheetColumn> columns() {
        List<SheetColumn> columns = new ArrayList<>();
        questions.forEach((path, question) -> {
            if (withFreeText || !isFree(question)) {
                columns.add(column(question));
            }
        });
        unread.forEach((path, isFree) -> {
            if (withFreeText || !isFree) {
                columns.add(new SheetColumn(
                        described(path, name(path), isFree, isFree ? Kind.FREE_TEXT : Kind.TEXT, List.of()),
                        sheet -> cell(path, Optional.empty(), sheet)));
            }
        });
        return columns;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private ExportColumn described(String path, String label, boolean isFree, Kind kind, List<Cell.Choice> choices) {
        return new ExportColumn(
                path,
                isFree ? Said.FREE_TEXT_HEADING.in(language, label) : label,
                kind,
                (isFree ? Said.FREE_TEXT_SAYS : Said.GAP_SAYS).in(language),
                "",
                choices);
    }

    private SheetColumn column(Question question) {
        String label = label(question.path(), question.labels()).orElseGet(() -> name(question.path()));
        List<Cell.Choice> choices = question.choices().stream()
                .map(choice -> choice(question, choice))
                .toList();
        return new SheetColumn(
                described(question.path(), label, isFree(question), kind(question), choices),
                sheet -> cell(question.path(), Optional.of(question), sheet));
    }

    private Cell.Choice choice(Question question, Question.Choice choice) {
        return new Cell.Choice(label(question.path(), choice.labels()).orElse(choice.value()), choice.value());
    }

    /** Where somebody wrote what they liked, or was. */
    private static boolean isFree(Question question) {
        return switch (question.type()) {
            case TEXT, PLACE, LINE, AREA, BARCODE ->
                question.rules().calculation().isEmpty();
            default -> false;
        };
    }

    private static Kind kind(Question question) {
        return switch (question.type()) {
            case WHOLE_NUMBER, NUMBER -> Kind.NUMBER;
            case DATE -> Kind.DAY;
            case CHOICE -> Kind.CHOICE;
            case CHOICES, RANKING -> Kind.CHOICES;
            case TEXT, PLACE, LINE, AREA, BARCODE -> isFree(question) ? Kind.FREE_TEXT : Kind.TEXT;
            case TIME, MOMENT, FILE, ACKNOWLEDGEMENT, TRUTH -> Kind.TEXT;
        };
    }

    private Cell cell(String path, Optional<Question> question, ShownSheet shown) {
        Answer own = shown.sheet().getAnswersMap().get(path);
        if (own != null) {
            return cell(question, own);
        }
        String parts = shown.sheet().getAnswersMap().entrySet().stream()
                .filter(answer -> answer.getKey().indexOf('[') >= 0
                        && AskedRound.PART
                                .matcher(answer.getKey())
                                .replaceAll("")
                                .equals(path))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(answer -> words(cell(question, answer.getValue())))
                .collect(Collectors.joining("\n"));
        return Cell.text(parts);
    }

    private Cell cell(Optional<Question> question, Answer answer) {
        if (answer.getGap() != AnswerGap.ANSWER_GAP_UNSPECIFIED) {
            return new Cell.Text(RecordWords.in(language).value(answer.getGap()));
        } else if (answer.hasNumber()) {
            return Cell.number(answer.getNumber());
        } else if (answer.hasDateOn()) {
            return RecordColumn.day(answer.getDateOn());
        } else if (answer.getChoicesCount() == 1) {
            return choice(question, answer.getChoices(0));
        } else if (answer.getChoicesCount() > 1) {
            return new Cell.Choice(
                    answer.getChoicesList().stream()
                            .map(value -> choice(question, value).word())
                            .collect(Collectors.joining("、")),
                    String.join(" ", answer.getChoicesList()));
        }
        return answer.hasAttachment() ? new Cell.Text(Said.FILE.in(language)) : Cell.text(answer.getText());
    }

    private Cell.Choice choice(Optional<Question> question, String value) {
        return question.flatMap(asked -> asked.choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .findFirst()
                        .map(choice -> choice(asked, choice)))
                .orElseGet(() -> new Cell.Choice(value, value));
    }

    private static String words(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Number number) {
            return number.number().toPlainString();
        } else if (cell instanceof Cell.Day day) {
            return day.day().toString();
        }
        return cell instanceof Cell.Choice choice ? choice.word() : "";
    }

    /** In the language of whoever exports; else in the first of the form. */
    private Optional<String> label(String path, Map<String, String> labels) {
        List<String> languages = forms.get(path).languages();
        String code = language.code();
        return languages.stream()
                .filter(name -> name.equals(code) || name.contains("(" + code + ")"))
                .findFirst()
                .or(() -> languages.stream().findFirst())
                .map(labels::get)
                .or(() -> labels.values().stream().findFirst())
                .map(label -> label.strip().replaceAll("\\s+", " "))
                .filter(label -> !label.isEmpty());
    }
}
