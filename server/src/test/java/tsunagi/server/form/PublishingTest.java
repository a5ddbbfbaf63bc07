package tsunagi.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.server.admin.AdminCommands;

/** The commands by which a coordinator brings a form to the tablets. */
class PublishingTest {
    private static final String SURVEY = """
            type,name,label
            integer,pain,痛み
            """;

    @TempDir
    private Path folder;

    private String said = "";
    private String complained = "";

    @BeforeEach
    void team() {
        types(0, "team", "add", "酒蔵");
        types(0, "person", "add", "佐藤花子", "--team", "酒蔵", "--role", "supervisor");
    }

    @Test
    void publish_makesAVersionThatIsListed() throws IOException {
        publish(0, form("1", SURVEY));

        assertThat(said).contains("low_back@1", "公開しました");
        types(0, "form", "list", "--team", "酒蔵", "--json");
        assertThat(said).contains("\"form\":\"low_back\",\"version\":\"1\"", "\"sheets\":0", "\"title\":\"腰痛調査\"");
    }

    @Test
    void publish_ofTheSameAgain_saysSoAndChangesNothing() throws IOException {
        publish(0, form("1", SURVEY));

        publish(0, form("1", SURVEY));

        assertThat(said).contains("すでに公開されています");
    }

    @Test
    void publish_ofOtherContentsUnderTheSameVersion_isRefused() throws IOException {
        publish(0, form("1", SURVEY));

        publish(1, form("1", SURVEY + "text,where,どこが\n"));

        assertThat(complained).contains("公開した版は変えられません", "never changes");
        publish(0, form("2", SURVEY + "text,where,どこが\n"));
        types(0, "form", "diff", "low_back@1", "low_back@2", "--team", "酒蔵");
        assertThat(said).isEqualTo("+ /data/where\n");
    }

    @Test
    void publish_ofWhatHasErrors_isRefusedWithTheirPlace() throws IOException {
        publish(1, form("1", "type,name,label,relevant\ninteger,pain,痛み,${nobody} = 1\n"));

        assertThat(complained).contains("row 2, column D (relevant)", "公開していません");
        types(0, "form", "list", "--team", "酒蔵");
        assertThat(said).contains("まだ調査票がありません");
    }

    @Test
    void publish_withoutAVersion_isRefusedWithTheWayToMendIt() throws IOException {
        Path file = form("", SURVEY);

        publish(1, file);

        assertThat(complained).contains("版がありません", "settings");
    }

    @Test
    void publish_whenAFileIsMissing_namesIt() throws IOException {
        Path file = form("1", "type,name,label,media::image\ninteger,pain,痛み,back.png\n");

        publish(1, file);
        assertThat(complained).contains("back.png", "--media");

        Files.write(file.resolveSibling("back.png"), new byte[] {1, 2, 3});
        publish(0, file);
    }

    @Test
    void publish_byNoMember_isRefused() throws IOException {
        types(0, "team", "add", "町工場");
        types(0, "person", "add", "鈴木", "--team", "町工場", "--role", "member");

        types(1, "form", "publish", form("1", SURVEY).toString(), "--team", "酒蔵", "--by", "鈴木");

        assertThat(complained).contains("このチームの職員ではありません");
    }

    @Test
    void retire_showsInTheList() throws IOException {
        publish(0, form("1", SURVEY));

        types(0, "form", "retire", "low_back@1", "--team", "酒蔵", "--by", "佐藤花子", "--from", "2027-04-01");

        types(0, "form", "list", "--team", "酒蔵", "--json");
        assertThat(said).contains("\"retired\":\"2027-04-01\"");
        types(1, "form", "retire", "low_back@9", "--team", "酒蔵", "--by", "佐藤花子");
        assertThat(complained).contains("low_back@9", "./tsunagi form list");
    }

    private Path form(String version, String survey) throws IOException {
        Path own = Files.createTempDirectory(folder, "form");
        Files.writeString(own.resolve("settings.csv"), "form_id,form_title,version\nlow_back,腰痛調査," + version + "\n");
        return Files.writeString(own.resolve("survey.csv"), survey);
    }

    private void publish(int expected, Path file) {
        types(expected, "form", "publish", file.toString(), "--team", "酒蔵", "--by", "佐藤花子");
    }

    private void types(int expected, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> line = new ArrayList<>(List.of(words));
        line.add("--data=" + folder.resolve("data"));
        int exitCode = AdminCommands.with(new FormCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.toArray(String[]::new));
        said = out.toString();
        complained = err.toString();
        assertThat(exitCode).as(complained + said).isEqualTo(expected);
    }
}
