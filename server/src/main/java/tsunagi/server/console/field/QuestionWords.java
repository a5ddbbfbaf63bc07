package tsunagi.server.console.field;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.ScaleItem;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.words.Language;

/** How a form version words its questions and what can be chosen in them. */
public final class QuestionWords {
    private final Database database;
    private final RecordKey version;
    private final Language language;
    private final Optional<Form> form;

    /**
     * Those of one version.
     *
     * @param version the record it is
     */
    public QuestionWords(Database database, RecordKey version, Language language) {
        this.database = database;
        this.version = version;
        this.language = language;
        this.form = PublishedForms.in(database).form(version);
    }

    /** All questions, by their paths, in the order in which they are asked. */
    List<Option> all() {
        return form.map(known -> known.questions().stream()
                        .map(question -> Option.of(
                                question.path(), label(question.path()).orElse(question.path())))
                        .toList())
                .orElseGet(this::scaled);
    }

    private List<Option> scaled() {
        List<Option> questions = new ArrayList<>();
        version().getScalesMap().forEach((scaleKey, scale) -> {
            for (ScaleItem item : scale.getItemsList()) {
                questions.add(
                        Option.of(item.getQuestionPath(), scale.getName().isEmpty() ? scaleKey : scale.getName()));
            }
        });
        return questions;
    }

    private FormVersion version() {
        try {
            return FormVersion.parseFrom(database.read(connection -> new RecordRows().find(connection, version))
                    .map(record -> record.body())
                    .orElse(com.google.protobuf.ByteString.EMPTY));
        } catch (InvalidProtocolBufferException e) {
            return FormVersion.getDefaultInstance();
        }
    }

    /** What a question asks; empty where the form does not say or is not here. */
    public Optional<String> label(String path) {
        return form.flatMap(known -> known.question(path)).flatMap(question -> in(question.labels()));
    }

    /** What was chosen, in the words of the form; empty where nothing was chosen or the form does not say. */
    public Optional<String> chosen(String path, Answer answer) {
        Optional<Question> question = form.flatMap(known -> known.question(path));
        if (question.isEmpty() || answer.getChoicesCount() == 0) {
            return Optional.empty();
        }
        List<String> labels = answer.getChoicesList().stream()
                .map(value -> question.get().choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .findFirst()
                        .flatMap(choice -> in(choice.labels()))
                        .orElse(value))
                .toList();
        return Optional.of(String.join("、", labels));
    }

    private Optional<String> in(Map<String, String> labels) {
        return labels.entrySet().stream()
                .filter(label -> label.getKey().contains("(" + language.code() + ")"))
                .findFirst()
                .or(() -> labels.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .findFirst())
                .map(Map.Entry::getValue)
                .filter(label -> !label.isBlank());
    }
}
