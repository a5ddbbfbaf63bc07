package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.ItemsetBinding;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.instance.AbstractTreeElement;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.core.model.instance.ExternalDataInstance;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.locale.Localizer;

/** The questions of a form, read out of its definition in their order. */
final class Questions {
    private final FormDef definition;
    private final FormText text;
    private final Map<String, Question> byPath = new LinkedHashMap<>();

    Questions(FormDef definition, FormText text) {
        this.definition = definition;
        this.text = text;
        definition.getChildren().forEach(this::read);
    }

    Map<String, Question> byPath() {
        return byPath;
    }

    List<String> languages() {
        Localizer localizer = definition.getLocalizer();
        if (localizer == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>(Arrays.asList(localizer.getAvailableLocales()));
        String standard = localizer.getDefaultLocale();
        if (all.remove(standard)) {
            all.add(0, standard);
        }
        return List.copyOf(all);
    }

    private void read(IFormElement element) {
        if (element instanceof GroupDef) {
            element.getChildren().forEach(this::read);
        } else if (element instanceof QuestionDef control) {
            Question question = question(control);
            byPath.putIfAbsent(question.path(), question);
        }
    }

    private Question question(QuestionDef control) {
        TreeReference reference = (TreeReference) control.getBind().getReference();
        String path = pathOf(reference);
        TreeElement node = definition.getMainInstance().getTemplatePath(reference);
        QuestionType type = QuestionType.of(node == null ? 0 : node.getDataType(), control.getControlType());
        return new Question(
                path,
                type,
                texts(control.getTextID(), control.getLabelInnerText()),
                texts(control.getHelpTextID(), control.getHelpInnerText()),
                choices(control),
                text.rules(path));
    }

    private List<Question.Choice> choices(QuestionDef control) {
        if (control.getDynamicChoices() != null) {
            return listed(control.getDynamicChoices());
        }
        List<Question.Choice> choices = new ArrayList<>();
        if (control.getChoices() != null) {
            for (SelectChoice choice : control.getChoices()) {
                choices.add(
                        new Question.Choice(choice.getValue(), texts(choice.getTextID(), choice.getLabelInnerText())));
            }
        }
        return choices;
    }

    /** The choices of a list that stands in the form, whichever of them are offered when. */
    private List<Question.Choice> listed(ItemsetBinding binding) {
        DataInstance<?> list = definition.getNonMainInstance(binding.nodesetRef.getInstanceName());
        if (list == null || list instanceof ExternalDataInstance || binding.valueRef == null) {
            return List.of();
        }
        List<Question.Choice> choices = new ArrayList<>();
        AbstractTreeElement<?> root = list.getRoot();
        for (int i = 0; i < root.getNumChildren(); i++) {
            if (root.getChildAt(i) instanceof TreeElement item) {
                String value = word(item, binding.valueRef);
                String label = word(item, binding.labelRef);
                choices.add(new Question.Choice(value, binding.labelIsItext ? texts(label, null) : texts(null, label)));
            }
        }
        return choices;
    }

    private static String word(TreeElement item, TreeReference column) {
        TreeElement cell = column == null ? null : item.getFirstChild(column.getNameLast());
        return cell == null || cell.getValue() == null ? "" : AnswerValues.words(cell.getValue());
    }

    private Map<String, String> texts(String textId, String plain) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (textId == null) {
            if (plain != null) {
                texts.put("", plain);
            }
            return texts;
        }
        for (String language : languages()) {
            for (String form : List.of("", ";long")) {
                if (definition.getLocalizer().hasMapping(language, textId + form)) {
                    texts.putIfAbsent(language, definition.getLocalizer().getRawText(language, textId + form));
                }
            }
        }
        return texts;
    }

    static String pathOf(TreeReference reference) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < reference.size(); i++) {
            path.append('/').append(reference.getName(i));
        }
        return path.toString();
    }
}
