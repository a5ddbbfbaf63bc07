package tsunagi.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.xlsform.Workbooks.refusal;

import org.junit.jupiter.api.Test;

/** What cannot be meant is refused where it stands, with the way to mend it. */
final class XlsFormRefusalTest {
    @Test
    void unknownReference_isNamedWithItsCell() {
        assertThat(refusal("""
                # survey
                type | name | label | relevant
                integer | a | A |
                text | b | B | ${c} = 1
                """))
                .contains("survey シート 3 行目 D (relevant) 列", "${c}")
                .contains("sheet survey, row 3, column D (relevant)", "no question named 'c'");
    }

    @Test
    void circle_isNamedWithARow() {
        assertThat(refusal("""
                # survey
                type | name | label | calculation
                calculate | a | | ${b} + 1
                calculate | b | | ${a} + 1
                text | c | C |
                """)).contains("輪", "/data/a", "survey シート");
    }

    @Test
    void oneNameTwice_isNamedWithBothRows() {
        assertThat(refusal("""
                # survey
                type | name | label
                text | a | A
                text | a | A
                """)).contains("row 3", "also in row 2");
    }

    @Test
    void nameThatSeveralQuestionsBear_isAskedBack() {
        assertThat(refusal("""
                # survey
                type | name | label | relevant
                begin group | g | G |
                text | a | A |
                end group | | |
                begin group | h | H |
                text | a | A |
                end group | | |
                text | b | B | ${a} = 'x'
                """)).contains("row 8", "rows 3, 6");
    }

    @Test
    void typesThatAreNotSupported_areRefusedByName() {
        assertThat(refusal("""
                # survey
                type | name | label
                select_one_external cities | a | A
                osm | b | B
                begin loop | l | L
                intger | c | C
                select_one | d | D
                """))
                .contains("select_one_external cities", "'osm' is not supported", "'begin loop' is not supported")
                .contains("no type 'intger'", "integer ?", "needs the name of a list");
    }

    @Test
    void lastSavedSearchAndKeys_areRefusedByName() {
        Compilation compilation = Workbooks.compile("""
                # survey
                type | name | label | default | appearance
                text | a | A | ${last-saved#a} |
                select_one l | b | B | | search('cities')
                # choices
                list_name | name | label
                l | 1 | one
                """);

        assertThat(refusal(compilation)).contains("last-saved", "column D (default)", "search() is not supported");
        assertThat(refusal("# survey\ntype|name|label\ntext|a|A\n# settings \npublic_key\nabc"))
                .contains("Encrypted forms are not supported");
    }

    @Test
    void sectionsThatDoNotMatch_areRefused() {
        assertThat(refusal("""
                # survey
                type | name | label
                begin group | g | G
                text | a | A
                end repeat | |
                end group | |
                begin repeat | r | R
                text | b | B
                """)).contains("close it by 'end group'", "Nothing is open here", "'r' is never closed");
    }

    @Test
    void expressionsThatCannotBeRead_areRefusedWhereTheyStand() {
        assertThat(refusal("""
                # survey
                type | name | label | relevant | constraint | calculation
                integer | a | A | | . > | |
                text | b | B | frobnicate(${a}) or floor(${a}) > 1 | | |
                calculate | c | | | | concat('a', ${a}
                calculate | d | | | | |
                """))
                .contains("row 2, column E (constraint)", "'. >'")
                .contains("row 3, column D (relevant)", "no function frobnicate()", "no function floor()")
                .contains("row 4, column F (calculation)")
                .contains("row 5", "A calculate needs an expression");
    }

    @Test
    void choicesThatDoNotFit_areRefused() {
        assertThat(refusal("""
                # survey
                type | name | label | choice_filter
                select_one nowhere | a | A |
                select_one l | b | B | region = ${a}
                # choices
                list_name | name | label
                l | a b | two words
                l | c | C
                l | c | again
                | d | without list
                l | | without value
                """))
                .contains("no list 'nowhere'", "There are: l", "no column 'region'")
                .contains(
                        "'a b' has a blank",
                        "also in row 3",
                        "name of the list is missing",
                        "value of the choice is missing");
    }

    @Test
    void namesAndParametersThatCannotBe_areRefused() {
        assertThat(refusal("""
                # survey
                type | name | label | parameters
                text | 1st | A |
                text | two words | B |
                text | | C |
                range | r | R | start=a end=10 step=0
                text | t | T | colour=red
                | lonely | L |
                """))
                .contains("'1st' cannot be a name", "'two words' cannot be a name", "name is missing")
                .contains("value of start is a number", "step of a range cannot be 0", "no parameter 'colour'")
                .contains("type of the question is missing");
    }

    @Test
    void sheetsThatAreMissing_areNamed() {
        assertThat(refusal("# Sheet1\ntype|name\ntext|a")).contains("no sheet called survey");
        assertThat(refusal("# survey\nkind|name\ntext|a")).contains("headings type and name");
        assertThat(refusal("# survey\ntype|name|label\n")).contains("not a single question");
    }

    @Test
    void whatIsNotUsed_isWarnedOf() {
        Compilation compilation = Workbooks.compile("""
                # survey
                type | name | label | lable | save_to
                text | a | A | x | y
                audit | | | |
                # choices
                list_name | name | label
                unused | 1 | one
                # entities
                list_name | label
                trees | x
                """);

        assertThat(Workbooks.said(
                        Workbooks.compiled(compilation, "'lable'", "save_to", "audit", "'unused'", "entities")))
                .contains("column D (lable)", "choices シート 2 行目");
    }
}
