package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.RangeQuestion;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryPrompt;

/** Whether an answer is one the form would take, and how it says that it would not. */
final class Check {
    private static final String JAVAROSA = "http://openrosa.org/javarosa";
    private static final String TEXT_START = "jr:itext('";

    private final FormDef definition;

    Check(FormDef definition) {
        this.definition = definition;
    }

    /** What is wrong with the answer a question has. */
    List<Finding> findings(String path, FormEntryPrompt prompt, Map<String, ?> gaps) {
        List<Finding> findings = new ArrayList<>();
        TreeReference reference = prompt.getIndex().getReference();
        TreeElement node = definition.getMainInstance().resolveReference(reference);
        IAnswerData value = node.getValue();
        if (value == null) {
            if (node.isRequired()
                    && prompt.getControlType() != Constants.CONTROL_LABEL
                    && !prompt.isReadOnly()
                    && !gaps.containsKey(path)) {
                findings.add(required(path, node));
            }
            return findings;
        }
        notOffered(path, prompt.getQuestion(), reference, value).ifPresent(findings::add);
        outOfRange(path, prompt.getQuestion(), value).ifPresent(findings::add);
        if (!definition.evaluateConstraint(reference, value)) {
            findings.add(outOfConstraint(path, prompt));
        }
        return findings;
    }

    /** The choices a question offers now; empty when it offers none at all. JavaRosa would unset an answer that is not among them. */
    List<SelectChoice> offered(QuestionDef question, TreeReference reference) {
        if (question.getDynamicChoices() == null) {
            return question.getChoices() == null ? List.of() : question.getChoices();
        }
        TreeElement node = definition.getMainInstance().resolveReference(reference);
        IAnswerData before = node.getValue();
        List<SelectChoice> offered = question.getDynamicChoices().getChoices(definition, reference);
        if (node.getValue() != before) {
            node.setAnswer(before);
        }
        return offered == null ? List.of() : offered;
    }

    private Optional<Finding> notOffered(
            String path, QuestionDef question, TreeReference reference, IAnswerData value) {
        int control = question.getControlType();
        if (control != Constants.CONTROL_SELECT_ONE
                && control != Constants.CONTROL_SELECT_MULTI
                && control != Constants.CONTROL_RANK) {
            return Optional.empty();
        }
        Set<String> offered = new HashSet<>();
        offered(question, reference).forEach(choice -> offered.add(choice.getValue()));
        Set<String> chosen = new HashSet<>();
        for (String choice : AnswerValues.choices(value)) {
            if (!offered.contains(choice) || !chosen.add(choice)) {
                return Optional.of(Finding.of(
                        path,
                        Finding.Kind.NOT_A_CHOICE,
                        "「" + choice + "」は、この質問の選択肢にありません(または二重です)。",
                        "'" + choice + "' is not among the choices of this question, or is there twice."));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> outOfRange(String path, QuestionDef question, IAnswerData value) {
        if (!(question instanceof RangeQuestion range)) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(AnswerValues.words(value));
            double least = Math.min(
                    range.getRangeStart().doubleValue(), range.getRangeEnd().doubleValue());
            double most = Math.max(
                    range.getRangeStart().doubleValue(), range.getRangeEnd().doubleValue());
            if (number >= least && number <= most) {
                return Optional.empty();
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that lies outside.
        }
        return Optional.of(Finding.of(
                path,
                Finding.Kind.OUT_OF_CONSTRAINT,
                range.getRangeStart() + "~" + range.getRangeEnd() + " の範囲で答えてください。",
                "The answer lies between " + range.getRangeStart() + " and " + range.getRangeEnd() + "."));
    }

    private static Finding outOfConstraint(String path, FormEntryPrompt prompt) {
        String own = prompt.getConstraintText();
        return own == null || own.trim().isEmpty()
                ? Finding.of(
                        path,
                        Finding.Kind.OUT_OF_CONSTRAINT,
                        "調査票で決められた範囲や条件に合っていません。",
                        "The answer does not meet the condition of the form.")
                : Finding.of(path, Finding.Kind.OUT_OF_CONSTRAINT, own, own);
    }

    private Finding required(String path, TreeElement node) {
        String own = node.getBindAttributeValue(JAVAROSA, "requiredMsg");
        if (own != null && own.startsWith(TEXT_START)) {
            String id = own.substring(TEXT_START.length(), own.lastIndexOf('\''));
            own = definition.getLocalizer().getText(id);
        }
        return own == null || own.trim().isEmpty()
                ? Finding.of(path, Finding.Kind.REQUIRED, "必ず答える質問です。", "This question must be answered.")
                : Finding.of(path, Finding.Kind.REQUIRED, own, own);
    }
}
