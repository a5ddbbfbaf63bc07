package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.RangeQuestion;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryCaption;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import tsunagi.records.v1.Answer;

/** What a sheet shows, from its beginning to its end, leaving out what is not asked as things stand. */
final class Prompts {
    private static final List<String> MEDIA = List.of("image", "big-image", "audio", "video");

    private final SheetTree tree;
    private final FormEntryModel model;
    private final Check check;

    Prompts(SheetTree tree, Check check) {
        this.tree = tree;
        this.check = check;
        this.model = new FormEntryModel(tree.definition());
    }

    List<SheetItem> items(Function<String, Optional<Answer>> answers) {
        List<SheetItem> items = new ArrayList<>();
        eachIndex((index, path) -> item(index, path, answers).ifPresent(items::add));
        return items;
    }

    void eachQuestion(BiConsumer<FormEntryPrompt, String> visitor) {
        eachIndex((index, path) -> {
            if (model.getEvent(index) == FormEntryController.EVENT_QUESTION) {
                visitor.accept(model.getQuestionPrompt(index), path);
            }
        });
    }

    private void eachIndex(BiConsumer<FormIndex, String> visitor) {
        FormIndex index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
        while (index.isInForm()) {
            boolean isRelevant = model.isIndexRelevant(index);
            if (isRelevant) {
                boolean isNext = model.getEvent(index) == FormEntryController.EVENT_PROMPT_NEW_REPEAT;
                TreeReference reference = index.getReference();
                visitor.accept(
                        index,
                        isNext
                                ? tree.path(reference.getParentRef()) + "/" + reference.getNameLast()
                                : tree.path(reference));
            }
            index = model.incrementIndex(index, isRelevant);
        }
    }

    private Optional<SheetItem> item(FormIndex index, String path, Function<String, Optional<Answer>> answers) {
        FormEntryCaption caption = model.getCaptionPrompt(index);
        String label = words(caption.getQuestionText());
        return switch (model.getEvent(index)) {
            case FormEntryController.EVENT_QUESTION ->
                Optional.of(asked(model.getQuestionPrompt(index), path, answers));
            case FormEntryController.EVENT_GROUP ->
                Optional.of(new SheetItem.Group(path, label, words(caption.getAppearanceHint())));
            case FormEntryController.EVENT_REPEAT ->
                Optional.of(new SheetItem.Part(path, label, words(caption.getAppearanceHint()), isCounted(path)));
            case FormEntryController.EVENT_PROMPT_NEW_REPEAT ->
                isCounted(path) ? Optional.empty() : Optional.of(new SheetItem.OneMore(path, label));
            default -> Optional.empty();
        };
    }

    private boolean isCounted(String path) {
        Repeat repeat = tree.repeats().get(PathStep.generic(PathStep.of(path)));
        return repeat != null && repeat.isCounted();
    }

    private SheetItem asked(FormEntryPrompt prompt, String path, Function<String, Optional<Answer>> answers) {
        String generic = PathStep.generic(PathStep.of(path));
        String hintId = prompt.getQuestion().getHelpTextID();
        return new SheetItem.Asked(
                path,
                tree.form().question(generic).map(Question::type).orElse(QuestionType.TEXT),
                words(prompt.getQuestionText()),
                words(prompt.getHelpText()),
                hintId == null ? "" : words(prompt.getSpecialFormQuestionText(hintId, "guidance")),
                media(form -> prompt.getSpecialFormQuestionText(form)),
                words(prompt.getAppearanceHint()),
                accepts(prompt),
                choices(prompt),
                range(prompt),
                prompt.isRequired(),
                prompt.isReadOnly(),
                answers.apply(path));
    }

    private static String accepts(FormEntryPrompt prompt) {
        return switch (prompt.getControlType()) {
            case Constants.CONTROL_IMAGE_CHOOSE -> "image/*";
            case Constants.CONTROL_AUDIO_CAPTURE -> "audio/*";
            case Constants.CONTROL_VIDEO_CAPTURE -> "video/*";
            case Constants.CONTROL_FILE_CAPTURE, Constants.CONTROL_UPLOAD -> "*/*";
            default -> "";
        };
    }

    private List<SheetItem.Choice> choices(FormEntryPrompt prompt) {
        List<SheetItem.Choice> choices = new ArrayList<>();
        for (SelectChoice choice :
                check.offered(prompt.getQuestion(), prompt.getIndex().getReference())) {
            choices.add(new SheetItem.Choice(
                    choice.getValue(),
                    words(prompt.getSelectChoiceText(choice)),
                    choice.getTextID() == null
                            ? Map.of()
                            : media(form -> prompt.getSpecialFormSelectChoiceText(choice, form))));
        }
        return choices;
    }

    private static Optional<SheetItem.Range> range(FormEntryPrompt prompt) {
        if (!(prompt.getQuestion() instanceof RangeQuestion range)) {
            return Optional.empty();
        }
        return Optional.of(new SheetItem.Range(
                range.getRangeStart().doubleValue(),
                range.getRangeEnd().doubleValue(),
                range.getRangeStep().doubleValue()));
    }

    private static Map<String, String> media(Function<String, String> reference) {
        Map<String, String> media = new LinkedHashMap<>();
        for (String form : MEDIA) {
            String found = reference.apply(form);
            if (found != null && !found.isEmpty()) {
                media.put(form, found);
            }
        }
        return media;
    }

    private static String words(String text) {
        return text == null ? "" : text;
    }
}
