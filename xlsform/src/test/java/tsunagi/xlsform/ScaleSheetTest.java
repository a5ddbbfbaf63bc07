package tsunagi.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.xlsform.Workbooks.compile;
import static tsunagi.xlsform.Workbooks.compiled;
import static tsunagi.xlsform.Workbooks.refusal;

import org.junit.jupiter.api.Test;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.QuestionnaireScenario;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.MissingItems;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.records.v1.ScaleMethod;

final class ScaleSheetTest {
    private static final String SURVEY = """
            # survey
            type | name | label | relevant | parameters
            select_one yn | stiff | こわばる | |
            select_one often | walk | 歩く | |
            range | pain | 痛み | | start=0 end=10
            begin group | more | くわしく | ${pain} > 0 |
            select_one yn | hinders | さまたげる | |
            end group | | | |
            text | free | 自由 | |
            begin repeat | task | 作業 | |
            integer | load | 重さ | |
            end repeat | | | |
            # choices
            list_name | name | label | points
            yn | yes | はい | 1
            yn | no | いいえ | 0
            yn | unknown | わからない |
            often | 1 | しない |
            often | 3 | する |
            """;

    @Test
    void scales_areCarriedByTheXForm() {
        Form form = form(SURVEY + """
                # scales
                name | label | items | reversed | not_asked | missing_most | missing | needed | better | unit
                back | 腰 | stiff, walk ${pain} hinders | walk | 0 | 1 | mean | yes | lower | 点
                total | 合計 | back stiff | | | | | | 低いほど良い |
                """);

        assertThat(form.scales()).containsOnlyKeys("back", "total");
        Scale back = form.scales().get("back");
        assertThat(back.getName()).isEqualTo("腰");
        assertThat(back.getBetter()).isEqualTo(BetterDirection.BETTER_DIRECTION_LOWER);
        assertThat(back.getMethod()).isEqualTo(ScaleMethod.SCALE_METHOD_SUM);
        assertThat(back.getMissingItemsMost()).isEqualTo(1);
        assertThat(back.getMissingItems()).isEqualTo(MissingItems.MISSING_ITEMS_MEAN);
        assertThat(back.getIsNeeded()).isTrue();
        assertThat(back.getUnit()).isEqualTo("点");
        assertThat(back.getLeast()).isEqualTo(1);
        assertThat(back.getMost()).isEqualTo(15);
        assertThat(back.getItemsList())
                .containsExactly(
                        ScaleItem.newBuilder()
                                .setQuestionPath("/data/stiff")
                                .putPoints("yes", 1)
                                .putPoints("no", 0)
                                .setLeast(0)
                                .setMost(1)
                                .build(),
                        ScaleItem.newBuilder()
                                .setQuestionPath("/data/walk")
                                .putPoints("1", 1)
                                .putPoints("3", 3)
                                .setLeast(1)
                                .setMost(3)
                                .setIsReversed(true)
                                .build(),
                        ScaleItem.newBuilder()
                                .setQuestionPath("/data/pain")
                                .setLeast(0)
                                .setMost(10)
                                .build(),
                        ScaleItem.newBuilder()
                                .setQuestionPath("/data/more/hinders")
                                .putPoints("yes", 1)
                                .putPoints("no", 0)
                                .setLeast(0)
                                .setMost(1)
                                .setPointsWhenNotAsked(0)
                                .build());
        assertThat(form.scales().get("total").getItems(0).getScaleKey()).isEqualTo("back");
    }

    @Test
    void subjectAndIdentity_areCarriedByTheXForm() {
        Form form = form("# survey\ntype|name|label\ntext|a|A\n# settings \nform_id|subject|identity\nx|回答者|coded、記名");

        assertThat(form.subject()).contains(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT);
        assertThat(form.identities())
                .containsExactly(RoundIdentity.ROUND_IDENTITY_CODED, RoundIdentity.ROUND_IDENTITY_NAMED);
        assertThat(form.scales()).isEmpty();
    }

    @Test
    void subjectAndIdentity_thatNobodyKnows_areNamedWithTheirCell() {
        assertThat(refusal(
                        "# survey\ntype|name|label\ntext|a|A\n# settings \nform_id|subject|identity\nx|people|secret"))
                .contains("2 行目 B (subject) 列", "row 2, column C (identity)", "'secret'");
        assertThat(
                        refusal(
                                "# survey\ntype|name|label\ntext|a|A\n# settings \nform_id|subject|identity\nx|workplace|coded"))
                .contains("column C (identity)", "no match codes");
    }

    @Test
    void items_thatGiveNoPoints_areNamedWithTheirCell() {
        assertThat(refusal(SURVEY.replace("text | free", "select_one word | free") + """
                word | a | あ |
                # scales
                name | label | items | better
                a | A | nobody | none
                b | B | load | none
                c | C | free | none
                d | D | stiff stiff | none
                e | E | | none
                """))
                .contains("scales シート 2 行目 C (items) 列", "nobody", "sheet scales, row 3, column C (items)")
                .contains(
                        "'load' gives no points", "'free' have no points", "'stiff' is there twice", "items is empty");
    }

    @Test
    void words_thatNobodyKnows_areNamedWithTheirCell() {
        assertThat(refusal(SURVEY + """
                # scales
                name | label | items | better | method | missing_most | missing | needed | least | reversed | wrong
                Back | A | pain | none | | | | | | |
                b | B | pain | up | median | 1 | guess | maybe | few | stiff | x
                b | B | pain | none | | | | | | |
                """))
                .contains("'Back' cannot be used", "column D (better)", "column E (method)", "column F (missing_most)")
                .contains(
                        "column G (missing)", "column H (needed)", "column I (least)", "'stiff' is not among the items")
                .contains("'b' is also in row 3", "no column 'wrong'");
    }

    @Test
    void reversing_withoutARange_isRefused() {
        String survey = "# survey\ntype|name|label\ninteger|days|日数\n# scales\nname|label|items|reversed|better";

        assertThat(refusal(survey + "\na|A|days|days|none")).contains("column D (reversed)", "item_least");
        Form form = form(survey + "|item_least|item_most\na|A|days|days|none|0|7");
        assertThat(form.scales().get("a").getMost()).isEqualTo(7);
    }

    @Test
    void range_thatIsNotThatOfTheItems_isRefused() {
        assertThat(refusal(SURVEY + "# scales\nname|label|items|better|least|most\na|A|stiff pain|lower|0|10"))
                .contains("0~11");
    }

    @Test
    void circleOfScales_isRefused() {
        assertThat(refusal(SURVEY + "# scales\nname|label|items|better\na|A|b pain|none\nb|B|a|none"))
                .contains("'a' stands, in the end, on itself", "'b' stands");
    }

    private static Form form(String text) {
        return QuestionnaireScenario.read(compiled(compile(text)).xform(), FormMedia.NONE);
    }
}
