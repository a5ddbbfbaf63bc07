package tsunagi.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;

/**
 * Somebody filling a form in: reads as what they do. Questions are named by the last words of their path, as far as it takes to tell
 * them apart.
 */
public final class QuestionnaireScenario {
    private final Form form;
    private Sheet sheet;
    private List<Finding> lastFindings = List.of();
    private int keysGiven;

    private QuestionnaireScenario(Form form) {
        this.form = form;
        this.sheet = form.begin(setting("k"));
    }

    /** Takes the form in hand. */
    public static QuestionnaireScenario fillIn(String xform) {
        return fillIn(xform, FormMedia.NONE);
    }

    public static QuestionnaireScenario fillIn(String xform, FormMedia media) {
        return new QuestionnaireScenario(read(xform, media));
    }

    /** The form, which must be one that can be filled in. */
    public static Form read(String xform, FormMedia media) {
        FormReading reading = Form.read(xform.getBytes(StandardCharsets.UTF_8), media);
        if (reading instanceof FormReading.Readable readable) {
            return readable.form();
        }
        throw new AssertionError(((FormReading.Faulty) reading).faults() + "\n" + xform);
    }

    public Form form() {
        return form;
    }

    public Sheet sheet() {
        return sheet;
    }

    private SheetSetting setting(String prefix) {
        return new SheetSetting(
                () -> prefix + ++keysGiven,
                Map.of("deviceid", "tablet-7", "username", "hanako", "email", "h@example.jp"));
    }

    public QuestionnaireScenario answer(String question, String text) {
        return answer(question, Answer.newBuilder().setText(text).build());
    }

    public QuestionnaireScenario answer(String question, double number) {
        return answer(question, Answer.newBuilder().setNumber(number).build());
    }

    public QuestionnaireScenario choose(String question, String... choices) {
        return answer(
                question, Answer.newBuilder().addAllChoices(List.of(choices)).build());
    }

    public QuestionnaireScenario date(String question, String day) {
        return answer(question, Answer.newBuilder().setDateOn(day).build());
    }

    public QuestionnaireScenario photograph(String question, String content) {
        return answer(
                question,
                Answer.newBuilder()
                        .setAttachment(Attachment.newBuilder()
                                .setSha256(ByteString.copyFromUtf8(content))
                                .setMediaType("image/jpeg"))
                        .build());
    }

    public QuestionnaireScenario answer(String question, Answer answer) {
        lastFindings = sheet.answer(path(question), answer);
        return this;
    }

    public QuestionnaireScenario takeBack(String question) {
        sheet.clear(path(question));
        return this;
    }

    public QuestionnaireScenario addPart(String repeat) {
        String path = sheet.items().stream()
                .filter(item -> item instanceof SheetItem.OneMore && item.path().endsWith("/" + repeat))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no part can be added to " + repeat + "; there is " + shown()))
                .path();
        assertThat(sheet.add(path)).isPresent();
        return this;
    }

    public QuestionnaireScenario removePart(String part) {
        assertThat(sheet.remove(path(part))).isTrue();
        return this;
    }

    public QuestionnaireScenario speak(String language) {
        sheet.speak(language);
        return this;
    }

    /** Puts the tablet away and goes on another day. */
    public QuestionnaireScenario comeBack() {
        return goOnFrom(sheet.draft());
    }

    public QuestionnaireScenario goOnFrom(Map<String, Answer> answers) {
        sheet = form.resume(answers, setting("later"));
        return this;
    }

    public QuestionnaireScenario isAsked(String... questions) {
        for (String question : questions) {
            assertThat(asked(question)).as(question + " among " + shown()).isPresent();
        }
        return this;
    }

    public QuestionnaireScenario isNotAsked(String... questions) {
        for (String question : questions) {
            assertThat(asked(question)).as(question).isEmpty();
        }
        return this;
    }

    public QuestionnaireScenario isShownAs(String question, String label) {
        assertThat(theAsked(question).label()).isEqualTo(label);
        return this;
    }

    public QuestionnaireScenario offers(String question, String... values) {
        assertThat(theAsked(question).choices())
                .extracting(SheetItem.Choice::value)
                .containsExactly(values);
        return this;
    }

    public QuestionnaireScenario offersLabels(String question, String... labels) {
        assertThat(theAsked(question).choices())
                .extracting(SheetItem.Choice::label)
                .containsExactly(labels);
        return this;
    }

    public QuestionnaireScenario holds(String question, String words) {
        assertThat(theAsked(question).answer().map(AnswerWords::of))
                .as(question)
                .contains(words);
        return this;
    }

    public QuestionnaireScenario holdsNothing(String question) {
        assertThat(theAsked(question).answer()).as(question).isEmpty();
        return this;
    }

    /** What the form worked out. */
    public QuestionnaireScenario worksOut(String path, String words) {
        List<String> found = sheet.calculated().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + path))
                .map(entry -> AnswerWords.of(entry.getValue()))
                .collect(Collectors.toList());
        assertThat(found).as(path).containsExactly(words);
        return this;
    }

    /** What was just answered is fine. */
    public QuestionnaireScenario isTaken() {
        assertThat(lastFindings).isEmpty();
        return this;
    }

    /** What was just answered is kept, with this said about it. */
    public QuestionnaireScenario isFaulted(Finding.Kind kind, String... words) {
        assertThat(lastFindings).extracting(Finding::kind).containsExactly(kind);
        for (String word : words) {
            assertThat(lastFindings.get(0).wording().toString()).contains(word);
        }
        return this;
    }

    public QuestionnaireScenario lacks(String... questions) {
        assertThat(sheet.findings().stream()
                        .filter(finding -> finding.kind() == Finding.Kind.REQUIRED)
                        .map(Finding::path))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(questions).stream().map(this::path).collect(Collectors.toList()));
        return this;
    }

    public QuestionnaireScenario isComplete() {
        assertThat(sheet.finish()).isEmpty();
        return this;
    }

    public SheetItem.Asked theAsked(String question) {
        return asked(question).orElseThrow(() -> new AssertionError(question + " is not asked; there is " + shown()));
    }

    private Optional<SheetItem.Asked> asked(String question) {
        return sheet.items().stream()
                .filter(SheetItem.Asked.class::isInstance)
                .map(SheetItem.Asked.class::cast)
                .filter(item -> item.path().equals(question) || item.path().endsWith("/" + question))
                .findFirst();
    }

    /** The path of the first thing shown under that name, or the name itself where nothing is. */
    public String path(String name) {
        return sheet.items().stream()
                .map(SheetItem::path)
                .filter(path -> path.equals(name) || path.endsWith("/" + name))
                .findFirst()
                .orElse(name);
    }

    private List<String> shown() {
        return new ArrayList<>(sheet.items().stream().map(SheetItem::path).collect(Collectors.toList()));
    }
}
