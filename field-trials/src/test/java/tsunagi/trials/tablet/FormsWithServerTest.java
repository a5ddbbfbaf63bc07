package tsunagi.trials.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.server.admin.AdminCommands;
import tsunagi.server.form.FormCommand;
import tsunagi.sync.v1.Role;
import tsunagi.trials.tablet.Shell.Answer;

/** A form's way from a spreadsheet to sheets on the server, by nothing but commands. */
final class FormsWithServerTest {
    @TempDir
    private Path directory;

    private ServerAtHand server;
    private UUID team;
    private Shell tablet;

    @BeforeEach
    void start() throws IOException {
        server = ServerAtHand.plaintext(Files.createDirectory(directory.resolve("server")));
        team = server.team("灯浜チーム");
        tablet = enrolled("tablet", "佐伯 典子");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aForm_isPublishedWhileTheServerRunsAndFilledInWithoutASignal() throws IOException {
        publish("1", "integer,pain,痛み,. <= 10,\nselect_multiple_from_file where.csv,where,どこが,,\n");
        tablet.run("sync");
        server.close();

        Answer answer = tablet.tryToRun(
                "fill", "--form", "low_back", "--answers", "{\"pain\": 3, \"/data/where\": [\"waist\", \"knee\"]}");
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();

        JsonObject shown = tablet.run("show", "response", sheet(answer)).json();
        assertThat(shown.getAsJsonObject("fields").getAsJsonObject("answers").toString())
                .contains("\"/data/pain\":{\"number\":3.0}", "\"choices\":[\"waist\",\"knee\"]");
    }

    @Test
    void answersThatDoNotFit_areSaidAndNotSaved() throws IOException {
        publish("1", "integer,pain,痛み,. <= 10,\n");
        tablet.run("sync");

        Answer answer = tablet.tryToRun("fill", "--form", "low_back@1", "--answers", "{\"pain\": 11}");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(answer.out()).contains("out_of_constraint", "\"saved\": false");
        assertThat(tablet.run("list", "response").number("count")).isZero();
        assertThat(tablet.fail(ExitCode.USAGE, "fill", "--form", "low_back", "--answers", "{\"pian\": 1}")
                        .toString())
                .contains("which_question", "/data/pain");
        assertThat(tablet.fail(ExitCode.USAGE, "fill", "--form", "fall_risk", "--answers", "{}")
                        .toString())
                .contains("low_back@1");
    }

    @Test
    void manySheets_comeByLines() throws IOException {
        publish("1", "begin repeat,task,作業,,\ntext,what,何を,,\nend repeat,,,,\n");
        tablet.run("sync");
        Path lines = Files.writeString(directory.resolve("sheets.jsonl"), """
                {"heading": {"match_code": "A1"}, "answers": {"/data/task[1]/what": "米", "/data/task[2]/what": "箱"}}
                {"answers": {"/data/task[1]/what": "樽"}, "break_off": "/data/task[1]/what"}
                """);

        tablet.run("fill", "--form", "low_back", "--lines", lines.toString());

        String sheets = tablet.run("list", "response").out();
        assertThat(sheets).contains("\"match_code\": \"A1\"", "米", "箱", "樽", "RESPONSE_STATE_BROKEN_OFF");
    }

    @Test
    void aPhotoInASheet_reachesTheOtherTablet() throws IOException {
        publish("1", "image,photo,写真,,\n");
        tablet.run("sync");
        Path photo = Files.write(directory.resolve("photo.jpg"), new byte[300_000]);
        tablet.run("fill", "--form", "low_back", "--answers", "{\"photo\": \"" + photo + "\"}");
        assertThat(tablet.run("status").text("line")).contains("写真 1 枚送信待ち");

        tablet.run("sync");

        assertThat(tablet.run("status").text("line")).doesNotContain("写真");
        assertThat(tablet.run("status").number("files_waiting")).isZero();
        Shell other = enrolled("other", "三上 隆");
        other.run("sync");
        String hash = "886715e4051e827f4fe215df3053af3f85ad0d352db2c829c7487af6d78efe30";
        Path copy = directory.resolve("copy.jpg");
        other.run("file", hash, "--to", copy.toString());
        assertThat(copy).hasSameBinaryContentAs(photo);
    }

    private String sheet(Answer answer) {
        return answer.json()
                .getAsJsonArray("sheets")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
    }

    private Shell enrolled(String name, String person) {
        Shell shell = new Shell(directory.resolve(name));
        String code = server.code(team, server.member(team, person, Role.ROLE_MEMBER));
        shell.run("enrol", "--server", server.address(), "--code", code);
        return shell;
    }

    private void publish(String version, String rows) throws IOException {
        Path form = Files.createDirectories(directory.resolve("form"));
        Files.writeString(form.resolve("settings.csv"), "form_id,form_title,version\nlow_back,腰痛調査," + version + "\n");
        Files.writeString(form.resolve("where.csv"), "name,label\nwaist,腰\nknee,膝\n");
        Path survey = Files.writeString(form.resolve("survey.csv"), "type,name,label,constraint,relevant\n" + rows);
        List<String> line = new ArrayList<>(List.of("form", "publish", survey.toString(), "--team", "灯浜チーム"));
        line.addAll(List.of("--by", "佐伯 典子", "--data", server.data().toString()));
        StringWriter said = new StringWriter();
        int exitCode = AdminCommands.with(new FormCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(line.toArray(String[]::new));
        assertThat(exitCode).as(said.toString()).isZero();
    }
}
