package tsunagi.server.figures;

import java.util.Optional;
import tsunagi.server.words.Language;

/** What questions are called on the forms they stand on. */
public interface QuestionLabels {
    /** Knows no form. */
    QuestionLabels NONE = (formVersionId, questionPath, language) -> Optional.empty();

    Optional<String> label(String formVersionId, String questionPath, Language language);
}
