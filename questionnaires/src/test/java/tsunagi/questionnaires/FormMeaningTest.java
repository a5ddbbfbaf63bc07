package tsunagi.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.MissingItems;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.records.v1.ScaleMethod;

final class FormMeaningTest {
    private static final String FORM = new Xform()
            .question("pain", "type=\"int\"")
            .question("work", "type=\"int\"")
            .toString();

    @Test
    void meaning_thatWasWritten_isReadAsItWas() {
        FormMeaning meaning = new FormMeaning(
                Optional.of(ResponseSubject.RESPONSE_SUBJECT_WORKPLACE),
                List.of(RoundIdentity.ROUND_IDENTITY_NAMED, RoundIdentity.ROUND_IDENTITY_ANONYMOUS),
                Map.of("pain", everything()));

        Form form = QuestionnaireScenario.read(withHead(meaning.xml()), FormMedia.NONE);

        assertThat(new FormMeaning(form.subject(), form.identities(), form.scales()))
                .isEqualTo(meaning);
        assertThat(form.questions()).hasSize(2);
    }

    @Test
    void form_thatSaysNothing_meansNothing() {
        Form form = QuestionnaireScenario.read(FORM, FormMedia.NONE);

        assertThat(form.subject()).isEmpty();
        assertThat(form.identities()).isEmpty();
        assertThat(form.scales()).isEmpty();
        assertThat(FormMeaning.NONE.xml()).isEmpty();
    }

    @Test
    void meaning_thatIsNotUnderstood_isFaulted() {
        String faults =
                faults("<t:form xmlns:t=\"urn:tsunagi:form:1\" subject=\"nobody\"><t:scale key=\"a\" least=\"few\">"
                        + "<t:item path=\"/data/gone\"/><t:item scale=\"b\"/></t:scale></t:form>");

        assertThat(faults).contains("subject 'nobody'", "least 'few'", "/data/gone", "has an item b");
    }

    @Test
    void difference_betweenTwoWaysToScore_isShown() {
        FormMeaning meaning = new FormMeaning(Optional.empty(), List.of(), Map.of("pain", everything()));
        FormMeaning other = new FormMeaning(
                Optional.empty(),
                List.of(),
                Map.of("pain", everything().toBuilder().setMissingItemsMost(2).build()));
        Form older = QuestionnaireScenario.read(withHead(meaning.xml()), FormMedia.NONE);
        Form newer = QuestionnaireScenario.read(withHead(other.xml()), FormMedia.NONE);

        assertThat(FormDifference.between(older, older).isEmpty()).isTrue();
        assertThat(FormDifference.between(older, newer).changed())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path()).isEqualTo("pain");
                    assertThat(change.aspect()).isEqualTo(FormDifference.Aspect.SCORING);
                    assertThat(change.after()).contains("missing_items_most: 2", "痛み");
                });
    }

    private static Scale everything() {
        return Scale.newBuilder()
                .setName("痛み & \"ほか\"")
                .setBetter(BetterDirection.BETTER_DIRECTION_LOWER)
                .setLeast(-1)
                .setMost(10.5)
                .setUnit("点")
                .setMethod(ScaleMethod.SCALE_METHOD_MEAN)
                .setMissingItemsMost(1)
                .setMissingItems(MissingItems.MISSING_ITEMS_ZERO)
                .setIsNeeded(true)
                .addItems(ScaleItem.newBuilder()
                        .setQuestionPath("/data/pain")
                        .putPoints("yes", 0.5)
                        .setLeast(0)
                        .setMost(10)
                        .setIsReversed(true)
                        .setPointsWhenNotAsked(0))
                .addItems(ScaleItem.newBuilder().setScaleKey("pain"))
                .build();
    }

    private static String faults(String head) {
        FormReading reading = Form.read(withHead(head).getBytes(StandardCharsets.UTF_8), FormMedia.NONE);
        assertThat(reading).isInstanceOf(FormReading.Faulty.class);
        return ((FormReading.Faulty) reading)
                .faults().stream().map(FormFault::toString).collect(Collectors.joining("\n"));
    }

    private static String withHead(String element) {
        return FORM.replace("</h:head>", element + "</h:head>");
    }
}
