package tsunagi.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class FormCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void compile_writesAFormThatCanBeChecked() throws IOException {
        Path survey = survey("type,name,label\ninteger,pain,痛み\n");

        assertThat(run("compile", survey.toString())).isZero();

        assertThat(run("check", folder.resolve("survey.xml").toString())).isZero();
        assertThat(out.toString()).contains("survey.xml", "1 questions", "使えます");
    }

    @Test
    void compile_ofWhatIsWrong_writesNothingAndSaysWhere() throws IOException {
        Path survey = survey("type,name,label,relevant\ninteger,pain,痛み,${nobody} = 1\n");

        assertThat(run("compile", survey.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("row 2, column D (relevant)", "Not compiled");
        assertThat(folder.resolve("survey.xml")).doesNotExist();
    }

    @Test
    void compile_whenAListIsMissing_namesIt() throws IOException {
        Path survey = survey("type,name,label\nselect_one_from_file city.csv,city,市\n");

        assertThat(run("compile", survey.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("city.csv");

        Files.writeString(folder.resolve("city.csv"), "name,label\nnaha,那覇\n");
        assertThat(run("compile", survey.toString())).isZero();
    }

    @Test
    void workbook_ofAFolder_isAnExcelFileThatCompiles() throws IOException {
        survey("type,name,label\nselect_one l,pain,痛み\n");
        Files.writeString(folder.resolve("choices.csv"), "list_name,name,label\nl,2-1,弱い\n");
        Path workbook = folder.resolve("pain.xlsx");

        assertThat(run("workbook", folder.toString(), "-o", workbook.toString()))
                .isZero();

        assertThat(run("check", workbook.toString())).isZero();
        assertThat(run("workbook", folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file nowhere");
    }

    @Test
    void diff_showsWhatCameWentAndChanged() throws IOException {
        Path older = Files.writeString(folder.resolve("a-survey.csv"), "type,name,label\ninteger,pain,痛み\ntext,x,X\n");
        Path newer =
                Files.writeString(folder.resolve("b-survey.csv"), "type,name,label\ninteger,pain,腰の痛み\ntext,y,Y\n");

        assertThat(run("diff", older.toString(), newer.toString())).isZero();

        assertThat(out.toString()).contains("+ /data/y", "- /data/x", "~ /data/pain label: 「痛み」 → 「腰の痛み」");
    }

    @Test
    void fill_asksOneByOneAndSaysWhatIsWrong() throws IOException {
        Path survey = survey("""
                type,name,label,required,relevant,constraint
                integer,pain,痛み,yes,,. <= 10
                date,since,いつから,,${pain} > 0,
                begin repeat,task,作業,,,
                text,what,何を,,,
                end repeat,,,,,
                """);
        TerminalFilling filling = new TerminalFilling(
                FormFile.open(survey, folder).form().orElseThrow(),
                new StringReader("11\n3\n2024-07-08\n米を運ぶ\ny\n箱を運ぶ\nn\n"),
                new PrintWriter(out));

        assertThat(filling.run(Optional.empty())).isTrue();

        assertThat(out.toString())
                .contains("痛み *", "! ", "/data/pain = 3", "/data/since = 2024-07-08")
                .contains("/data/task[1]/what = 米を運ぶ", "/data/task[p1]/what = 箱を運ぶ", "Complete");
    }

    @Test
    void fill_showsTheScoresAndWhatWasLeftEmpty() throws IOException {
        Path survey = survey("type,name,label\ninteger,pain,痛み\ninteger,days,日数\n");
        Files.writeString(
                folder.resolve("scales.csv"),
                "name,label,items,missing_most,better,unit\nback,腰,pain days,1,lower,点\nboth,両方,pain days,,lower,\n");
        TerminalFilling filling = new TerminalFilling(
                FormFile.open(survey, folder).form().orElseThrow(), new StringReader("3\n\n"), new PrintWriter(out));

        assertThat(filling.run(Optional.empty())).isTrue();

        assertThat(out.toString()).contains("/data/days = (無回答", "back 腰 = 6 点", "both 両方 = 値なし / no value (1/2)");
    }

    private Path survey(String csv) throws IOException {
        return Files.writeString(folder.resolve("survey.csv"), csv);
    }

    private int run(String... arguments) {
        return new CommandLine(new FormCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
