package tsunagi.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;

final class SheetTest {
    private static final String BACK = new Xform()
            .question(
                    "pain",
                    "type=\"int\" required=\"true()\" constraint=\". &gt;= 0 and . &lt;= 10\""
                            + " jr:constraintMsg=\"0から10で答えてください\" jr:requiredMsg=\"痛みを答えてください\"")
            .question("since", "type=\"date\" relevant=\"/data/pain &gt; 0\"")
            .instance("<score/>")
            .bind("/data/score", "type=\"int\" calculate=\"coalesce(/data/pain, 0) * 10\"")
            .toString();

    private static final String TASKS = new Xform()
            .instance("<task jr:template=\"\"><load/><posture/></task><task><load/><posture/></task><total/>")
            .bind("/data/task/load", "type=\"int\"")
            .bind("/data/task/posture", "type=\"string\"")
            .bind("/data/total", "type=\"int\" calculate=\"sum(/data/task/load)\"")
            .body("<group ref=\"/data/task\"><label>作業</label><repeat nodeset=\"/data/task\">"
                    + "<input ref=\"/data/task/load\"><label>重さ</label></input>"
                    + "<input ref=\"/data/task/posture\"><label>姿勢</label></input></repeat></group>")
            .toString();

    private static final String COUNTED = new Xform()
            .question("people", "type=\"int\"")
            .instance("<person jr:template=\"\"><age/></person>")
            .bind("/data/person/age", "type=\"int\"")
            .body(
                    "<group ref=\"/data/person\"><label>人</label><repeat nodeset=\"/data/person\" jr:count=\"/data/people\">"
                            + "<input ref=\"/data/person/age\"><label>年齢</label></input></repeat></group>")
            .toString();

    @Test
    void answer_whenItMeetsTheForm_isTakenAndCalculatedWith() {
        QuestionnaireScenario.fillIn(BACK)
                .isAsked("pain")
                .isNotAsked("since")
                .lacks("pain")
                .answer("pain", 4)
                .isTaken()
                .isAsked("since")
                .date("since", "2024-07-08")
                .isTaken()
                .worksOut("score", "40")
                .isComplete();
    }

    @Test
    void answer_whenOutOfConstraint_isKeptAndFaultedInTheFormsWords() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(BACK)
                .answer("pain", 11)
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT, "0から10で")
                .holds("pain", "11");

        assertThat(filling.sheet().findings()).extracting(Finding::kind).contains(Finding.Kind.OUT_OF_CONSTRAINT);
        assertThat(filling.sheet().draft().get("/data/pain").getNumber()).isEqualTo(11);
    }

    @Test
    void answer_whenOfAnotherKind_isKeptAndFaultedUntilMended() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(BACK)
                .answer("pain", "とても痛い")
                .isFaulted(Finding.Kind.WRONG_TYPE, "整数", "whole number")
                .answer("pain", 2.5)
                .isFaulted(Finding.Kind.WRONG_TYPE)
                .comeBack();

        assertThat(filling.sheet().draft().get("/data/pain").getNumber()).isEqualTo(2.5);
        assertThat(filling.sheet().findings()).extracting(Finding::kind).contains(Finding.Kind.WRONG_TYPE);
        filling.answer("pain", 2).isTaken().date("since", "2024-07-08").isComplete();
    }

    @Test
    void answer_toAQuestionThatThisVersionDoesNotHave_isKeptAndFaulted() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(BACK)
                .answer("/data/knee/pain", 3)
                .isFaulted(Finding.Kind.UNKNOWN_QUESTION, "/data/knee/pain")
                .comeBack();

        assertThat(filling.sheet().findings()).extracting(Finding::path).contains("/data/knee/pain");
        assertThat(filling.sheet().answers()).containsKey("/data/knee/pain");
        assertThat(filling.sheet().draft()).containsKey("/data/knee/pain");
    }

    @Test
    void answer_toWhatIsOnlyCalculated_isKeptAndFaulted() {
        QuestionnaireScenario filling =
                QuestionnaireScenario.fillIn(BACK).answer("/data/score", 3).isFaulted(Finding.Kind.NOT_TO_BE_ANSWERED);

        assertThat(filling.sheet().draft()).containsKey("/data/score");
    }

    @Test
    void draft_whenAQuestionIsNoLongerAsked_keepsItsAnswerForTheCaseThatItIsAskedAgain() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(BACK)
                .answer("pain", 4)
                .date("since", "2024-07-08")
                .answer("pain", 0)
                .isNotAsked("since")
                .comeBack();

        assertThat(filling.sheet().answers()).containsOnlyKeys("/data/pain");
        assertThat(filling.sheet().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.NOT_ASKED);
        filling.answer("pain", 1).holds("since", "2024-07-08");
    }

    @Test
    void gap_onPaper_standsForTheAnswerThatIsRequired() {
        Answer tooMany =
                Answer.newBuilder().setGap(AnswerGap.ANSWER_GAP_TOO_MANY).build();

        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(BACK)
                .lacks("pain")
                .answer("pain", tooMany)
                .isTaken()
                .comeBack()
                .lacks()
                .isComplete();

        assertThat(filling.sheet().answers()).containsEntry("/data/pain", tooMany);
    }

    @Test
    void finishedSheet_saysOfWhatWasAskedAndLeftEmptyThatItWas() {
        Answer leftEmpty =
                Answer.newBuilder().setGap(AnswerGap.ANSWER_GAP_LEFT_EMPTY).build();
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(new Xform()
                .question("pain", "type=\"int\"")
                .question("since", "type=\"date\" relevant=\"/data/pain &gt; 0\"")
                .question("told", "type=\"string\" readonly=\"true()\"")
                .question("free", "type=\"string\"")
                .toString());

        filling.answer("pain", 3);
        assertThat(filling.sheet().answers())
                .containsEntry("/data/since", leftEmpty)
                .containsEntry("/data/free", leftEmpty)
                .containsOnlyKeys("/data/pain", "/data/since", "/data/free");
        assertThat(filling.sheet().draft()).containsOnlyKeys("/data/pain");

        Sheet reopened = filling.form().resume(filling.sheet().answers(), new SheetSetting(() -> "x", Map.of()));
        reopened.answer("/data/pain", Answer.newBuilder().setNumber(0).build());
        assertThat(reopened.answers()).containsOnlyKeys("/data/pain", "/data/free");
    }

    @Test
    void required_whenEmpty_isSaidInTheFormsWords() {
        Sheet sheet = QuestionnaireScenario.fillIn(BACK).sheet();

        assertThat(sheet.findings())
                .extracting(finding -> finding.wording().ja())
                .containsExactly("痛みを答えてください");
    }

    @Test
    void add_givesEachPartAKeyThatStaysWhenOthersGo() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(TASKS)
                .answer("task[1]/load", 5)
                .addPart("task")
                .answer("task[k1]/load", 7)
                .addPart("task")
                .answer("task[k2]/load", 9)
                .worksOut("total", "21")
                .removePart("task[k1]")
                .worksOut("total", "14")
                .comeBack()
                .holds("task[1]/load", "5")
                .holds("task[k2]/load", "9")
                .worksOut("total", "14");

        assertThat(filling.sheet().draft())
                .containsOnlyKeys("/data/task[1]/load", "/data/task[k2]/load", "/data/task[1]", "/data/task[k2]");
    }

    @Test
    void parts_thatTwoPeopleAddedAtOnce_areBothThereOnceMerged() {
        Map<String, Answer> start = QuestionnaireScenario.fillIn(TASKS)
                .answer("task[1]/load", 5)
                .sheet()
                .draft();
        Form form = QuestionnaireScenario.read(TASKS, FormMedia.NONE);
        Sheet hers = form.resume(start, new SheetSetting(() -> "hers", Map.of()));
        hers.add("/data/task");
        hers.answer("/data/task[hers]/load", Answer.newBuilder().setNumber(1).build());
        Sheet his = form.resume(start, new SheetSetting(() -> "his", Map.of()));
        his.add("/data/task");
        his.answer("/data/task[his]/posture", Answer.newBuilder().setText("中腰").build());
        his.answer("/data/task[1]/posture", Answer.newBuilder().setText("前かがみ").build());
        Map<String, Answer> merged = new LinkedHashMap<>(hers.draft());
        merged.putAll(his.draft());

        QuestionnaireScenario.fillIn(TASKS)
                .goOnFrom(merged)
                .holds("task[1]/load", "5")
                .holds("task[1]/posture", "前かがみ")
                .holds("task[hers]/load", "1")
                .holds("task[his]/posture", "中腰")
                .holdsNothing("task[his]/load")
                .worksOut("total", "6")
                .isComplete();
    }

    @Test
    void remove_ofTheLastPart_holdsWhenComingBack() {
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(TASKS)
                .removePart("task[1]")
                .comeBack()
                .isNotAsked("load");

        assertThat(filling.sheet().draft()).containsOnlyKeys("/data/task");
    }

    @Test
    void part_withoutAnAnswer_isThereWhenComingBack() {
        QuestionnaireScenario.fillIn(TASKS)
                .addPart("task")
                .addPart("task")
                .comeBack()
                .isAsked("task[1]/load", "task[k1]/load", "task[k2]/load")
                .answer("task[k2]/load", 3)
                .isTaken();
    }

    @Test
    void countedParts_followTheirNumberAndKeepWhatWasAnswered() {
        QuestionnaireScenario.fillIn(COUNTED)
                .isNotAsked("age")
                .answer("people", 2)
                .answer("person[1]/age", 40)
                .answer("person[2]/age", 50)
                .answer("people", 1)
                .isNotAsked("person[2]/age")
                .comeBack()
                .answer("people", 3)
                .holds("person[2]/age", "50")
                .holdsNothing("person[3]/age")
                .comeBack()
                .holds("person[1]/age", "40")
                .isComplete();
    }

    @Test
    void choice_thatIsNotOfferedAnyMore_isKeptAndFaulted() {
        String cascade = new Xform()
                .instance("<pref/><city/>")
                .model("<instance id=\"city\"><root>"
                        + "<item><name>naha</name><label>那覇</label><pref>okinawa</pref></item>"
                        + "<item><name>nago</name><label>名護</label><pref>okinawa</pref></item>"
                        + "<item><name>kobe</name><label>神戸</label><pref>hyogo</pref></item></root></instance>")
                .bind("/data/pref", "type=\"string\"")
                .bind("/data/city", "type=\"string\"")
                .input("/data/pref", "県")
                .body("<select1 ref=\"/data/city\"><label>市</label>"
                        + "<itemset nodeset=\"instance('city')/root/item[pref = /data/pref]\">"
                        + "<value ref=\"name\"/><label ref=\"label\"/></itemset></select1>")
                .toString();

        QuestionnaireScenario.fillIn(cascade)
                .answer("pref", "okinawa")
                .offers("city", "naha", "nago")
                .offersLabels("city", "那覇", "名護")
                .choose("city", "kobe")
                .isFaulted(Finding.Kind.NOT_A_CHOICE, "kobe")
                .choose("city", "naha")
                .isTaken()
                .answer("pref", "hyogo")
                .offers("city", "kobe")
                .holds("city", "naha")
                .choose("city", "kobe")
                .isComplete();
    }

    @Test
    void everyKindOfAnswer_comesBackAsItWas() {
        String kinds = new Xform()
                .question("decimal", "type=\"decimal\"")
                .question("time", "type=\"time\"")
                .question("moment", "type=\"dateTime\"")
                .question("place", "type=\"geopoint\"")
                .question("line", "type=\"geotrace\"")
                .question("code", "type=\"barcode\"")
                .instance("<photo/><foods/><order/><seen/><who/><began/>")
                .bind("/data/photo", "type=\"binary\"")
                .bind("/data/foods", "type=\"string\"")
                .bind("/data/order", "type=\"odk:rank\"")
                .bind("/data/who", "type=\"string\" jr:preload=\"property\" jr:preloadParams=\"username\"")
                .bind("/data/began", "type=\"dateTime\" jr:preload=\"timestamp\" jr:preloadParams=\"start\"")
                .body("<upload ref=\"/data/photo\" mediatype=\"image/*\"><label>p</label></upload>")
                .body("<select ref=\"/data/foods\"><label>f</label><item><label>魚</label><value>fish</value></item>"
                        + "<item><label>肉</label><value>meat</value></item></select>")
                .body("<odk:rank ref=\"/data/order\"><label>r</label><item><label>甲</label><value>a</value></item>"
                        + "<item><label>乙</label><value>b</value></item></odk:rank>")
                .body("<trigger ref=\"/data/seen\"><label>s</label></trigger>")
                .toString();
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(kinds)
                .answer("decimal", 2.5)
                .isTaken()
                .answer("time", "09:30")
                .isTaken()
                .answer("moment", "2024-07-08T09:30:00.000+09:00")
                .isTaken()
                .answer("place", "26.2 127.7 0 5")
                .isTaken()
                .answer("line", "26.2 127.7 0 0;26.3 127.8 0 0")
                .isTaken()
                .answer("code", "4901234567894")
                .isTaken()
                .photograph("photo", "an image's hash")
                .isTaken()
                .choose("foods", "meat", "fish")
                .isTaken()
                .choose("order", "b", "a")
                .isTaken()
                .answer("seen", "OK")
                .isTaken();

        Map<String, Answer> before = filling.sheet().draft();
        Map<String, Answer> after = filling.comeBack().sheet().draft();

        assertThat(after).isEqualTo(before);
        assertThat(before).hasSize(12);
        assertThat(before.get("/data/photo").getAttachment().getMediaType()).isEqualTo("image/jpeg");
        assertThat(before.get("/data/time").getText()).isEqualTo("09:30");
        assertThat(before.get("/data/order").getChoicesList()).containsExactly("b", "a");
        assertThat(before.get("/data/who").getText()).isEqualTo("hanako");
    }

    @Test
    void default_thatWasTakenOut_doesNotComeBack() {
        String preset = new Xform()
                .instance("<rooms>4</rooms>")
                .bind("/data/rooms", "type=\"int\"")
                .input("/data/rooms", "部屋")
                .toString();

        QuestionnaireScenario.fillIn(preset)
                .holds("rooms", "4")
                .takeBack("rooms")
                .comeBack()
                .holdsNothing("rooms");
    }

    @Test
    void valueThrownOnce_staysTheSameWhenComingBack() {
        String thrown = new Xform()
                .instance("<dice/>")
                .bind("/data/dice", "type=\"string\" calculate=\"once(random())\"")
                .question("note", "type=\"string\"")
                .toString();
        QuestionnaireScenario filling = QuestionnaireScenario.fillIn(thrown);
        Answer first = filling.sheet().calculated().get("/data/dice");

        assertThat(filling.comeBack().sheet().calculated()).containsEntry("/data/dice", first);
    }
}
