package tsunagi.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.xlsform.Workbooks.fillIn;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.QuestionnaireScenario;

/** What a spreadsheet says is what the person who fills the form in meets. */
final class XlsFormTest {
    @Test
    void skipLogicConstraintsAndCalculations_work() {
        fillIn("""
                # survey
                type | name | label | required | required_message | relevant | constraint | constraint_message | calculation
                integer | pain | 痛みの強さ | yes | 答えてください | | . >= 0 and . <= 10 | 0から10で | |
                date | since | いつから | | | ${pain} > 0 | . <= today() | | |
                calculate | score | | | | | | | ${pain} * 10
                note | result | 点数は ${score} 点です | | | | | |
                """)
                .isAsked("pain")
                .isNotAsked("since")
                .lacks("pain")
                .answer("pain", 11)
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT, "0から10で")
                .answer("pain", 4)
                .isTaken()
                .worksOut("score", "40")
                .isShownAs("result", "点数は 40 点です")
                .date("since", "2999-01-01")
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT)
                .date("since", "2020-01-01")
                .isComplete();
    }

    @Test
    void everyTypeOfQuestion_takesItsKindOfAnswer() {
        QuestionnaireScenario filling = fillIn("""
                # survey
                type | name | label | parameters | calculation | appearance
                text | a_text | t | rows=3 | |
                integer | a_int | t | | |
                decimal | a_dec | t | | |
                range | a_range | t | start=0 end=10 step=2 | |
                range | a_half | t | start=0; end=1; step=0.5 | |
                select_one yn | a_one | t | | | minimal
                select_multiple yn | a_multi | t | randomize=true, seed=42 | |
                rank yn | a_rank | t | | |
                note | a_note | t | | |
                geopoint | a_place | t | capture-accuracy=5 | |
                geotrace | a_line | t | | |
                geoshape | a_area | t | | |
                date | a_date | t | | |
                time | a_time | t | | |
                dateTime | a_moment | t | | |
                image | a_image | t | max-pixels=1024 | |
                image | a_sign | t | | | signature
                audio | a_audio | t | quality=voice-only | |
                video | a_video | t | | |
                file | a_file | t | | |
                barcode | a_code | t | | |
                acknowledge | a_ok | t | | |
                hidden | a_hidden | | | |
                calculate | a_calc | | | 1 + 1 |
                start | started | | | |
                end | ended | | | |
                today | day | | | |
                deviceid | device | | | |
                username | who | | | |
                phonenumber | phone | | | |
                email | mail | | | |
                background-audio | sound | | | |
                start-geopoint | here | | | |
                # choices
                list_name | name | label
                yn | 1 | はい
                yn | 2 | いいえ
                """, "background-audio", "start-geopoint");

        Map<String, QuestionType> types = Map.ofEntries(
                Map.entry("a_text", QuestionType.TEXT),
                Map.entry("a_int", QuestionType.WHOLE_NUMBER),
                Map.entry("a_dec", QuestionType.NUMBER),
                Map.entry("a_range", QuestionType.WHOLE_NUMBER),
                Map.entry("a_half", QuestionType.NUMBER),
                Map.entry("a_one", QuestionType.CHOICE),
                Map.entry("a_multi", QuestionType.CHOICES),
                Map.entry("a_rank", QuestionType.RANKING),
                Map.entry("a_note", QuestionType.TEXT),
                Map.entry("a_place", QuestionType.PLACE),
                Map.entry("a_line", QuestionType.LINE),
                Map.entry("a_area", QuestionType.AREA),
                Map.entry("a_date", QuestionType.DATE),
                Map.entry("a_time", QuestionType.TIME),
                Map.entry("a_moment", QuestionType.MOMENT),
                Map.entry("a_image", QuestionType.FILE),
                Map.entry("a_sign", QuestionType.FILE),
                Map.entry("a_audio", QuestionType.FILE),
                Map.entry("a_video", QuestionType.FILE),
                Map.entry("a_file", QuestionType.FILE),
                Map.entry("a_code", QuestionType.BARCODE),
                Map.entry("a_ok", QuestionType.ACKNOWLEDGEMENT));
        types.forEach((name, type) ->
                assertThat(filling.theAsked(name).type()).as(name).isEqualTo(type));
        assertThat(filling.theAsked("a_sign").appearance()).isEqualTo("signature");
        assertThat(filling.theAsked("a_note").isReadOnly()).isTrue();
        assertThat(filling.theAsked("a_range").range().orElseThrow().step()).isEqualTo(2);
        filling.worksOut("a_calc", "2")
                .offers("a_one", "1", "2")
                .answer("a_range", 12)
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT)
                .answer("a_range", 4)
                .isTaken()
                .isComplete();
        assertThat(filling.sheet().answers())
                .containsKeys("/data/started", "/data/ended", "/data/day", "/data/device", "/data/who", "/data/mail")
                .doesNotContainKey("/data/phone");
    }

    @Test
    void languages_areThoseOfTheColumns() {
        QuestionnaireScenario filling = fillIn("""
                # survey
                type | name | label::日本語 (ja) | label::English (en) | hint::日本語（ja） | constraint | constraint_message::日本語(ja) | constraint_message::English (en)
                integer | age | 年齢 | Age | 満年齢で | . < 120 | 高すぎます | Too high
                select_one yn | sure | たしか? | Sure? | | | |
                # choices
                list_name | name | label::日本語 (ja) | label::English (en)
                yn | yes | はい | Yes
                yn | no | いいえ | No
                """);

        assertThat(filling.form().languages()).containsExactly("日本語 (ja)", "English (en)");
        filling.isShownAs("age", "年齢")
                .answer("age", 130)
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT, "高すぎます")
                .offersLabels("sure", "はい", "いいえ")
                .speak("English (en)")
                .isShownAs("age", "Age")
                .offersLabels("sure", "Yes", "No")
                .answer("age", 130)
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT, "Too high");
    }

    @Test
    void cascade_offersWhatFitsTheAnswerBefore() {
        fillIn("""
                # survey
                type | name | label | choice_filter
                select_one pref | pref | 県 |
                select_one city | city | 市 | pref=${pref}
                # choices
                list_name | name | label | pref
                pref | okinawa | 沖縄県 |
                pref | hyogo | 兵庫県 |
                city | naha | 那覇市 | okinawa
                city | nago | 名護市 | okinawa
                city | kobe | 神戸市 | hyogo
                """)
                .choose("pref", "okinawa")
                .offersLabels("city", "那覇市", "名護市")
                .choose("pref", "hyogo")
                .offers("city", "kobe");
    }

    @Test
    void choices_areThoseOfTheQuestion() {
        QuestionnaireScenario filling = fillIn("""
                # survey
                type | name | label::ja | label::en
                select_one yn | q | Q | Q
                # choices
                list_name | name | label::ja | label::en
                yn | 1 | はい | Yes
                """);

        assertThat(filling.form().question("/data/q").orElseThrow().choices())
                .singleElement()
                .satisfies(choice -> {
                    assertThat(choice.value()).isEqualTo("1");
                    assertThat(choice.labels()).containsEntry("ja", "はい").containsEntry("en", "Yes");
                });
    }

    @Test
    void cascade_withJapaneseNamesOfColumnsAndQuestions_works() {
        fillIn("""
                # survey
                type | name | label | choice_filter
                select_one 県 | 県 | 県 |
                select_one 市 | 市 | ${県}の市 | 県名 = ${県}
                # choices
                list_name | name | label | 県名
                県 | 沖縄 | 沖縄県 |
                県 | 兵庫 | 兵庫県 |
                市 | 那覇 | 那覇市 | 沖縄
                市 | 神戸 | 神戸市 | 兵庫
                """, "名前「県」", "名前「市」")
                .choose("u770c", "兵庫")
                .isTaken()
                .isShownAs("u5e02", "兵庫の市")
                .offers("u5e02", "神戸");
    }

    @Test
    void orOther_addsAChoiceAndATextBesides() {
        fillIn("""
                # survey
                type | name | label
                begin repeat | job | 仕事
                select_one work or_other | work | 職種
                end repeat | |
                # choices
                list_name | name | label
                work | office | 事務
                """)
                .offers("work", "office", "other")
                .isNotAsked("work_other")
                .choose("work", "other")
                .isAsked("work_other")
                .isShownAs("work_other", "その他の内容 / Specify other")
                .answer("work_other", "杜氏")
                .isComplete();
    }

    @Test
    void repeats_lookAtTheirOwnPart() {
        fillIn("""
                # survey
                type | name | label | relevant | calculation
                begin repeat | task | 作業 | |
                text | name | 名前 | |
                integer | kilo | ${name}の重さ | |
                begin group | more | くわしく | ${kilo} > 20 |
                integer | times | 回数 | |
                calculate | load | | | ${kilo} * coalesce(${times}, 0)
                end group | | | |
                end repeat | | | |
                calculate | total | | | sum(${load})
                calculate | parts | | | count(${task})
                """)
                .answer("task[1]/name", "米袋")
                .answer("task[1]/kilo", 30)
                .isShownAs("task[1]/kilo", "米袋の重さ")
                .answer("task[1]/more/times", 2)
                .addPart("task")
                .answer("task[k1]/name", "箱")
                .isShownAs("task[k1]/kilo", "箱の重さ")
                .isNotAsked("task[k1]/more/times")
                .answer("task[k1]/kilo", 25)
                .answer("task[k1]/more/times", 4)
                .worksOut("total", "160")
                .worksOut("parts", "2")
                .comeBack()
                .worksOut("total", "160");
    }

    @Test
    void repeatCount_isAQuestionANumberOrAnExpression() {
        fillIn("""
                # survey
                type | name | label | repeat_count
                integer | people | 人数 |
                begin repeat | person | 人 | ${people}
                text | who | 誰 |
                begin_repeat | visit | 訪問 | 2
                date | day | 日 |
                end_repeat | | |
                end repeat | | |
                begin repeat | twice | 倍 | ${people} * 2
                text | what | 何 |
                end repeat | | |
                """)
                .isNotAsked("who", "what")
                .answer("people", 2)
                .isAsked("person[2]/who", "person[1]/visit[2]/day", "twice[4]/what")
                .isNotAsked("person[3]/who", "person[1]/visit[3]/day", "twice[5]/what");
    }

    @Test
    void defaults_areValuesOrWorkedOut() {
        fillIn("""
                # survey
                type | name | label | default | trigger | calculation
                text | town | 町 | 那覇 (沖縄) | |
                integer | rooms | 部屋 | 4 | |
                date | day | 日 | 2024-07-08 | |
                integer | twice | 倍 | ${rooms} * 2 | |
                select_multiple yn | which | どれ | 1 2 | |
                text | copy | 写し | | ${town} | concat(${town}, '市')
                begin repeat | r | 繰り返し | | |
                integer | p | 番号 | position(..) + 10 | |
                end repeat | | | | |
                # choices
                list_name | name | label
                yn | 1 | a
                yn | 2 | b
                """)
                .holds("town", "那覇 (沖縄)")
                .holds("rooms", "4")
                .holds("day", "2024-07-08")
                .holds("twice", "8")
                .holds("which", "1 2")
                .holdsNothing("copy")
                .answer("town", "名護")
                .holds("copy", "名護市")
                .holds("r[1]/p", "11")
                .addPart("r")
                .holds("r[k1]/p", "12");
    }

    @Test
    void lists_comeFromFilesToo() {
        byte[] csv = "name,label,pref\nnaha,那覇,okinawa\nkobe,神戸,hyogo\n".getBytes(StandardCharsets.UTF_8);
        byte[] xml = "<root><item><code>a</code><title>甲</title></item></root>".getBytes(StandardCharsets.UTF_8);
        fillIn("""
                # survey
                type | name | label | choice_filter | calculation | parameters
                text | pref | 県 | | |
                select_one_from_file city.csv | city | 市 | pref = ${pref} | |
                select_multiple_from_file grade.xml | grade | 等級 | | | value=code label=title
                csv-external | extra | | | |
                calculate | where | | | pulldata('city', 'pref', 'name', ${city}) |
                calculate | rows | | | count(instance('extra')/root/item) |
                """, FormMedia.of(Map.of("city.csv", csv, "grade.xml", xml, "extra.csv", csv)))
                .answer("pref", "hyogo")
                .offersLabels("city", "神戸")
                .choose("city", "kobe")
                .worksOut("where", "hyogo")
                .worksOut("rows", "2")
                .offersLabels("grade", "甲");
    }

    @Test
    void choicesOfWhatWasAnsweredBefore_areOffered() {
        fillIn("""
                # survey
                type | name | label
                begin repeat | p | 人
                text | who | 名前
                end repeat | |
                select_one ${who} | boss | 代表
                """)
                .answer("p[1]/who", "花子")
                .addPart("p")
                .answer("p[k1]/who", "太郎")
                .offers("boss", "花子", "太郎");
    }

    @Test
    void mediaAndGuidance_areShownInTheLanguageChosen() {
        QuestionnaireScenario filling = fillIn("""
                # survey
                type | name | label::ja | label::en | guidance_hint::ja | media::image::ja | media::image::en | audio
                integer | q | 腰 | Back | 立って | koshi.png | back.png | a.mp3
                """);

        assertThat(filling.theAsked("q").guidance()).isEqualTo("立って");
        assertThat(filling.theAsked("q").media())
                .containsEntry("image", "jr://images/koshi.png")
                .containsEntry("audio", "jr://audio/a.mp3");
        assertThat(filling.speak("en").theAsked("q").media()).containsEntry("image", "jr://images/back.png");
    }

    @Test
    void choiceNamesAndIndexedRepeats_work() {
        fillIn("""
                # survey
                type | name | label | calculation
                select_one yn | q | Q |
                calculate | word | | jr:choice-name(${q}, '${q}')
                begin repeat | r | R |
                integer | n | N |
                end repeat | | |
                calculate | first | | indexed-repeat(${n}, ${r}, 1)
                # choices
                list_name | name | label
                yn | 1 | はい
                """).choose("q", "1").worksOut("word", "はい").answer("n", 7).worksOut("first", "7");
    }

    @Test
    void olderNamesOfColumnsAndTypes_areUnderstood() {
        fillIn("""
                # Survey
                Type | Name | Caption | Relevance | Constraint message | Constraint | Read only | Required
                select one from yes no | a | A | | | | | TRUE
                add select multiple prompt using yn | b | B | ${a} = 'x' | だめ | count-selected(.) < 2 | |
                begin lgroup | g | G | | | | |
                text | c | C | | | | yes |
                end lgroup | | | | | | |
                # choices
                list name | value | label
                yes no | x | X
                yn | 1 | 一
                yn | 2 | 二
                """)
                .lacks("a")
                .isNotAsked("b")
                .choose("a", "x")
                .choose("b", "1", "2")
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT, "だめ");
    }

    @Test
    void wideLettersAndRoundQuotes_areReadAsMeant() {
        fillIn("""
                # survey
                ｔｙｐｅ | ｎａｍｅ | label　 | relevant | constraint
                ｉｎｔｅｇｅｒ　 | ａｇｅ | 年齢 | | ．≧１８　and　．＜＝６５
                select_one　yn | q | “はい”ですか | ${ａｇｅ} ＞ 20 and ‘a’ != “ｂ” |
                # choices
                list_name | name | label
                yn | はい | はい
                """)
                .answer("age", 17)
                .isFaulted(Finding.Kind.OUT_OF_CONSTRAINT)
                .isNotAsked("q")
                .answer("age", 30)
                .isTaken()
                .isShownAs("q", "“はい”ですか")
                .offers("q", "はい");
    }

    @Test
    void bindBodyAndInstanceColumns_areWritten() {
        Compilation.Compiled compiled = Workbooks.compiled(Workbooks.compile("""
                # survey
                type | name | label | bind::odk:length | body::accept | instance::odk:tag | autoplay
                file | f | F | 3 | application/pdf | x | audio
                """));

        assertThat(compiled.xform())
                .contains("odk:length=\"3\"", "accept=\"application/pdf\"", "<f odk:tag=\"x\"/>", "autoplay=\"audio\"");
        QuestionnaireScenario.fillIn(compiled.xform()).isAsked("f");
    }

    @Test
    void repeatedSpellingOfLanguages_isOneLanguageAndMissingOnesFallBack() {
        QuestionnaireScenario filling = fillIn("""
                # survey
                type | name | label | label::English (en)
                text | a | あ | A
                text | b | い |
                """);

        filling.isShownAs("b", "い").speak("English (en)").isShownAs("a", "A").isShownAs("b", "い");
    }
}
