package tsunagi.server.console.figures;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.figures.QuestionLabels;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.words.Language;

/** The labels of questions from the form versions that a team published, which never change and are kept once read. Thread-safe. */
final class PublishedLabels {
    private final PublishedForms forms;
    private final Map<RecordKey, Form> read = new ConcurrentHashMap<>();

    PublishedLabels(PublishedForms forms) {
        this.forms = forms;
    }

    QuestionLabels of(UUID teamId) {
        return (formVersionId, questionPath, language) -> form(teamId, formVersionId)
                .flatMap(form -> form.question(questionPath))
                .flatMap(question -> label(question, language));
    }

    private Optional<Form> form(UUID teamId, String formVersionId) {
        if (formVersionId.isEmpty()) {
            return Optional.empty();
        }
        RecordKey key =
                new RecordKey(teamId, RecordType.RECORD_TYPE_FORM_VERSION_VALUE, UUID.fromString(formVersionId));
        Form known = read.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Form> form = forms.form(key);
        form.ifPresent(found -> read.put(key, found));
        return form;
    }

    private static Optional<String> label(Question question, Language language) {
        return question.labels().entrySet().stream()
                .filter(label -> label.getKey().contains("(" + language.code() + ")"))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> question.labels().values().stream().findFirst())
                .filter(label -> !label.isBlank());
    }
}
