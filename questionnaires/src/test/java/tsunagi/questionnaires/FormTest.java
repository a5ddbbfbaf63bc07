package tsunagi.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagi.questionnaires.FormFault.Kind;

final class FormTest {
    @Test
    void read_ofACircle_namesIt() {
        String circle = new Xform()
                .instance("<a/><b/>")
                .bind("/data/a", "type=\"int\" calculate=\"/data/b + 1\"")
                .bind("/data/b", "type=\"int\" calculate=\"/data/a + 1\"")
                .question("c", "type=\"int\"")
                .toString();

        assertThat(faults(circle)).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.CYCLE);
            assertThat(fault.wording().en()).contains("/data/a", "/data/b");
        });
    }

    @Test
    void read_ofAnExpressionOverANodeThatDoesNotExist_namesBoth() {
        String unknown = new Xform()
                .question("a", "type=\"int\" relevant=\"/data/nobody = 1\"")
                .toString();

        assertThat(faults(unknown)).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN_REFERENCE);
            assertThat(fault.wording().ja()).contains("/data/nobody", "/data/a");
        });
    }

    @Test
    void read_ofAnUnknownFunction_namesIt() {
        String unknown = new Xform()
                .question("a", "type=\"int\" relevant=\"frobnicate(1)\"")
                .toString();

        assertThat(faults(unknown)).extracting(FormFault::kind).containsExactly(Kind.UNKNOWN_FUNCTION);
        assertThat(faults(unknown).get(0).where()).isEqualTo("frobnicate");
    }

    @Test
    void read_ofAnExpressionThatIsNone_saysSo() {
        String broken =
                new Xform().question("a", "type=\"int\" relevant=\"1 + + (\"").toString();

        assertThat(faults(broken)).extracting(FormFault::kind).contains(Kind.BAD_EXPRESSION);
    }

    @Test
    void read_ofOneNameTwice_namesIt() {
        String twice = new Xform()
                .instance("<a/><a/>")
                .bind("/data/a", "type=\"int\"")
                .input("/data/a", "a")
                .toString();

        assertThat(faults(twice)).extracting(FormFault::kind).containsExactly(Kind.DUPLICATE_NAME);
    }

    @Test
    void read_ofADocumentType_isRefusedBeforeAnyEntityIsLookedAt() {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE h:html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + new Xform().question("a", "type=\"string\"").toString().substring("<?xml version=\"1.0\"?>".length());

        assertThat(faults(entity)).extracting(FormFault::kind).containsExactly(Kind.DOCUMENT_TYPE);
    }

    @Test
    void read_ofAnEntityThatNobodyDeclared_isNoXml() {
        String entity = new Xform().input("/data/a", "&nobody;").toString();

        assertThat(faults(entity)).extracting(FormFault::kind).containsExactly(Kind.NOT_XML);
    }

    @Test
    void read_ofSomethingElse_saysWhatItIsNot() {
        assertThat(faults("Dear colleague,")).extracting(FormFault::kind).containsExactly(Kind.NOT_XML);
        assertThat(faults("<letter/>")).extracting(FormFault::kind).containsExactly(Kind.NOT_A_FORM);
    }

    @Test
    void read_ofMoreThanTheLimit_isRefused() {
        byte[] large = new byte[GuardedXml.MOST_BYTES + 1];

        FormReading reading = Form.read(large, FormMedia.NONE);

        assertThat(((FormReading.Faulty) reading).faults())
                .extracting(FormFault::kind)
                .containsExactly(Kind.TOO_LARGE);
        assertThat(faults("<a>".repeat(5000) + "</a>".repeat(5000)))
                .extracting(FormFault::kind)
                .containsExactly(Kind.TOO_LARGE);
    }

    @Test
    void read_ofAListThatLiesSomewhereElse_isRefused() {
        String elsewhere = new Xform()
                .model(
                        "<instance id=\"a\" src=\"file:///etc/passwd\"/><instance id=\"b\" src=\"jr://instance/last-saved\"/>")
                .question("q", "type=\"string\"")
                .toString();

        assertThat(faults(elsewhere)).extracting(FormFault::kind).containsExactly(Kind.UNSUPPORTED, Kind.UNSUPPORTED);
    }

    @Test
    void list_inAFileOfTheForm_isOfferedAndMissedWhenItIsNotThere() {
        String listed = new Xform()
                .instance("<city/>")
                .model("<instance id=\"cities\" src=\"jr://file-csv/cities.csv\"/>")
                .bind("/data/city", "type=\"string\"")
                .body("<select1 ref=\"/data/city\"><label>市</label><itemset nodeset=\"instance('cities')/root/item\">"
                        + "<value ref=\"name\"/><label ref=\"label\"/></itemset></select1>")
                .toString();
        byte[] cities = "\uFEFFname,label\nnaha,那覇市\n\nnago,\"名護市, 本庁\"\n".getBytes(StandardCharsets.UTF_8);

        assertThat(faults(listed)).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.MISSING_FILE);
            assertThat(fault.where()).isEqualTo("cities.csv");
        });
        QuestionnaireScenario.fillIn(listed, FormMedia.of(Map.of("cities.csv", cities)))
                .offers("city", "naha", "nago")
                .offersLabels("city", "那覇市", "名護市, 本庁");
    }

    @Test
    void languages_areSpokenAsChosen() {
        String both = new Xform()
                .instance("<pain/>")
                .model("<itext><translation lang=\"日本語 (ja)\" default=\"true()\"><text id=\"l\"><value>痛み</value>"
                        + "<value form=\"image\">jr://images/senaka.png</value></text>"
                        + "</translation><translation lang=\"English (en)\"><text id=\"l\"><value>Pain</value>"
                        + "<value form=\"image\">jr://images/back.png</value></text></translation></itext>")
                .bind("/data/pain", "type=\"int\"")
                .body("<input ref=\"/data/pain\"><label ref=\"jr:itext('l')\"/></input>")
                .toString();

        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(both)
                .isShownAs("pain", "痛み")
                .speak("English (en)")
                .isShownAs("pain", "Pain");

        assertThat(filling.theAsked("pain").media()).containsEntry("image", "jr://images/back.png");
        assertThat(filling.form().languages()).containsExactly("日本語 (ja)", "English (en)");
    }

    @Test
    void difference_tellsWhatCameWentAndChanged() {
        Form older = QuestionnaireScenario.read(
                new Xform()
                        .question("gone", "type=\"string\"")
                        .question("pain", "type=\"int\" constraint=\". &lt; 11\"")
                        .instance("<yes/>")
                        .body(
                                "<select1 ref=\"/data/yes\"><label>y</label><item><label>はい</label><value>1</value></item>"
                                        + "<item><label>いいえ</label><value>2</value></item></select1>")
                        .toString(),
                FormMedia.NONE);
        Form newer = QuestionnaireScenario.read(
                new Xform()
                        .version("2")
                        .instance("<pain/><score/>")
                        .bind("/data/pain", "type=\"decimal\" constraint=\". &lt; 101\"")
                        .bind("/data/score", "type=\"int\" calculate=\"1 + 1\"")
                        .input("/data/pain", "痛みの強さ")
                        .question("come", "type=\"string\"")
                        .instance("<yes/>")
                        .body(
                                "<select1 ref=\"/data/yes\"><label>y</label><item><label>そう</label><value>1</value></item>"
                                        + "<item><label>わからない</label><value>3</value></item></select1>")
                        .toString(),
                FormMedia.NONE);

        FormDifference difference = FormDifference.between(older, newer);

        assertThat(difference.added()).containsExactly("/data/come");
        assertThat(difference.removed()).containsExactly("/data/gone");
        assertThat(difference.changed())
                .extracting(FormDifference.Change::aspect)
                .containsExactly(
                        FormDifference.Aspect.TYPE,
                        FormDifference.Aspect.LABEL,
                        FormDifference.Aspect.CONSTRAINT,
                        FormDifference.Aspect.CHOICE_LABEL,
                        FormDifference.Aspect.CHOICE_ADDED,
                        FormDifference.Aspect.CHOICE_REMOVED,
                        FormDifference.Aspect.CALCULATION);
        assertThat(FormDifference.between(older, older).isEmpty()).isTrue();
    }

    private static List<FormFault> faults(String xform) {
        FormReading reading = Form.read(xform.getBytes(StandardCharsets.UTF_8), FormMedia.NONE);
        assertThat(reading).isInstanceOf(FormReading.Faulty.class);
        return ((FormReading.Faulty) reading).faults();
    }
}
