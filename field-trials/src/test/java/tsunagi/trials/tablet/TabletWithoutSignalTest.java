package tsunagi.trials.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Member;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.TeamGrant;
import tsunagi.trials.tablet.Shell.Answer;

/** What can be done on a tablet that holds its team and has no signal. */
final class TabletWithoutSignalTest {
    private static final String SAEKI = "01900000-0000-7000-8000-000000000001";

    @TempDir
    private Path directory;

    private Shell shell;

    @BeforeEach
    void holdATeam() throws Exception {
        shell = new Shell(directory);
        grant(member(SAEKI, "佐伯 典子"));
    }

    private void grant(Member... members) throws CommandFailedException, IOException {
        try (TabletDirectory opened = TabletDirectory.open(directory)) {
            opened.tablet()
                    .teams()
                    .grant(List.of(TeamGrant.newBuilder()
                            .setTeamId(Ids.toBytes(new UUID(0, 7)))
                            .setName("灯浜チーム")
                            .addAllMembers(List.of(members))
                            .build()));
        }
    }

    private static Member member(String id, String name) {
        return Member.newBuilder()
                .setPersonId(id)
                .setName(name)
                .setRole(Role.ROLE_MEMBER)
                .build();
    }

    @Test
    void record_thenShow_isThereAndWaits() {
        Answer recorded = shell.run("record", "visit", "{\"visit_on\":\"2024-07-08\",\"needs\":\"腰痛 𠮷\"}");

        JsonObject shown = shell.run("show", "visit", recorded.text("id")).json();
        assertThat(shown.getAsJsonObject("fields")).hasToString("{\"visit_on\":\"2024-07-08\",\"needs\":\"腰痛 𠮷\"}");
        assertThat(shown.get("waiting").getAsBoolean()).isTrue();
        assertThat(shown.get("life").getAsString()).isEqualTo("alive");
        assertThat(shown.has("stamps")).isFalse();
        assertThat(shown.getAsJsonArray("fields_not_known_here")).isEmpty();
        assertThat(recorded.json().getAsJsonArray("saved_changes")).hasSize(1);
    }

    @Test
    void check_saysWhatTheRulesSay_ofTheSavedOneAndOfWhatIsToBeSaved_andSavesNothing() {
        String program = shell.run("record", "program", "{\"name\":\"腰痛予防事業\",\"fiscal_year\":2024}")
                .text("id");
        String visit = shell.run("record", "visit", """
                        {"visit_on":"2025-04-01","workplace_id":"%s","members":{"a":{}},"program_id":"%s"}""".formatted(new UUID(0, 9), program))
                .text("id");

        Answer saved = shell.run("check", "visit", visit);
        Answer mended = shell.run("check", "visit", visit, "--with", "{\"visit_on\":\"2024-07-26\"}");
        Answer empty = shell.run("check", "visit");

        assertThat(saved.json().getAsJsonArray("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.getAsJsonObject().get("rule").getAsString()).isEqualTo("outside_fiscal_year");
            assertThat(problem.getAsJsonObject().get("ja").getAsString()).contains("令和7年4月1日", "令和6年度");
        });
        assertThat(saved.json().get("can_be_final").getAsBoolean()).isTrue();
        assertThat(mended.json().getAsJsonArray("problems")).isEmpty();
        assertThat(empty.json().getAsJsonArray("problems")).hasSize(3);
        assertThat(empty.json().get("can_be_final").getAsBoolean()).isFalse();
        assertThat(shell.run("outbox").number("count")).isEqualTo(2);
        assertThat(shell.run("show", "visit", visit)
                        .json()
                        .getAsJsonObject("fields")
                        .get("visit_on")
                        .getAsString())
                .isEqualTo("2025-04-01");
    }

    @Test
    void edit_setsClearsAndMergesMapsByKey() {
        String id = shell.run("record", "visit", """
                        {"visit_on":"2024-07-08","needs":"x","members":{"a":{"role":"STAFF_ROLE_LEAD"},"b":{}}}""").text("id");

        shell.run("edit", "visit", id, """
                {"needs":null,"visit_on":"2024-07-09","members":{"b":null,"c":{"name":"見学者"}}}""");

        Answer shown = shell.run("show", "visit", id, "--stamps");
        assertThat(shown.json().getAsJsonObject("fields")).hasToString("""
                {"visit_on":"2024-07-09","members":{"a":{"role":"STAFF_ROLE_LEAD"},"c":{"name":"見学者"}}}""");
        assertThat(shown.json().getAsJsonObject("stamps").keySet())
                .containsExactly("visit_on", "members.a", "members.b", "members.c", "needs");
        shell.run("edit", "visit", id, "{\"members\":null}");
        assertThat(shell.run("show", "visit", id).json().getAsJsonObject("fields"))
                .hasToString("{\"visit_on\":\"2024-07-09\"}");
    }

    @Test
    void edit_whenNothingIsNew_savesNothing() {
        String id = shell.run("record", "visit", "{\"needs\":\"x\"}").text("id");

        assertThat(shell.run("edit", "visit", id, "{\"needs\":\"x\"}").json().getAsJsonArray("saved_changes"))
                .isEmpty();
    }

    @Test
    void record_withANaturalKey_isTheSameRecordTwice() {
        String json = "{\"workshop_id\":\"w\",\"participant_id\":\"p\",\"mark\":{\"state\":\"%s\"}}";
        String first = shell.run("record", "attendance", json.formatted("ATTENDANCE_STATE_PRESENT"))
                .text("id");

        String second = shell.run("record", "attendance", json.formatted("ATTENDANCE_STATE_LATE"))
                .text("id");

        assertThat(second).isEqualTo(first);
        JsonObject error = shell.fail(ExitCode.USAGE, "record", "attendance", "{\"workshop_id\":\"w\"}");
        assertThat(error.get("message").getAsString()).contains("participant_id");
    }

    @Test
    void record_fromStdin_readsIt() {
        InputStream stdin = System.in;
        try {
            System.setIn(new ByteArrayInputStream("{\"name\":\"灯浜酒造\"}".getBytes(StandardCharsets.UTF_8)));

            shell.run("record", "workplace", "--json", "-");
        } finally {
            System.setIn(stdin);
        }
        assertThat(shell.run("list", "workplace").number("count")).isEqualTo(1);
    }

    @Test
    void delete_takesTheRecordFromTheList() {
        String id = shell.run("record", "workplace", "{\"name\":\"x\"}").text("id");

        shell.run("delete", "workplace", id);

        assertThat(shell.run("list", "workplace").number("count")).isZero();
        assertThat(shell.run("show", "workplace", id).text("life")).isEqualTo("deleted");
        shell.run("edit", "workplace", id, "{\"name\":\"y\"}");
        assertThat(shell.run("show", "workplace", id).text("life")).isEqualTo("alive");
    }

    @Test
    void edit_ofAWithdrawnRecord_isRefused() {
        String id = shell.run("record", "participant", "{\"name\":\"x\"}").text("id");
        shell.run("withdraw", "participant", id);

        JsonObject error = shell.fail(ExitCode.USAGE, "edit", "participant", id, "{\"name\":\"y\"}");

        assertThat(error.get("error").getAsString()).isEqualTo("erased");
    }

    @Test
    void outboxAndStatus_tellTheTruth() {
        shell.run("record", "workplace", "{\"name\":\"x\"}");

        JsonObject change =
                shell.run("outbox").json().getAsJsonArray("changes").get(0).getAsJsonObject();
        assertThat(change.get("standing").getAsString()).isEqualTo("waiting");
        assertThat(change.get("action").getAsString()).isEqualTo("edit");
        assertThat(change.get("what_to_do").getAsString()).startsWith("Run `sync`");
        assertThat(shell.run("status").text("line")).isEqualTo("記録 1 件 · サーバー保存済み 0 件 · 送信待ち 1 件 · 最終同期 なし");
        assertThat(shell.run("seen").number("seen")).isZero();
    }

    @Test
    void wrongInput_isSaidInWords() {
        String id = shell.run("record", "workplace", "{\"name\":\"x\"}").text("id");

        assertThat(message("record", "vist", "{}")).contains("There are: workplace");
        assertThat(message("record", "visit", "{\"visitor\":1}")).contains("has no field \"visitor\"");
        assertThat(message("record", "visit", "{")).contains("not JSON");
        assertThat(message("record", "visit", "{}")).contains("at least one field");
        assertThat(message("record", "visit")).contains("--json");
        assertThat(message("record", "visit", "--json", "no-such-file")).contains("no-such-file");
        assertThat(message("show", "workplace", "7")).contains("no id");
        assertThat(message("show", "visit", id)).contains("has no visit with the id");
        assertThat(message("resolve", "workplace", id, "phone", "--keep")).contains("no open conflict");
        assertThat(message("edit", "workplace", id, "{\"name\":\"y\"}", "--corrects", id))
                .contains("is parked");
        assertThat(message("record")).contains("TYPE");
        assertThat(message("dance")).contains("dance");
    }

    private String message(String... arguments) {
        return shell.fail(ExitCode.USAGE, arguments).get("message").getAsString();
    }

    @Test
    void record_whenSeveralCouldWrite_asksWho() throws Exception {
        grant(member(SAEKI, "佐伯 典子"), member("01900000-0000-7000-8000-000000000002", "三上 隆"));

        assertThat(message("record", "workplace", "{\"name\":\"x\"}")).contains("Say --as", "佐伯 典子", "三上 隆");
        assertThat(message("record", "workplace", "{\"name\":\"x\"}", "--as", "堀"))
                .contains("\"堀\"");
        shell.run("record", "workplace", "{\"name\":\"x\"}", "--as", "三上隆");
        shell.run("record", "workplace", "{\"name\":\"x\"}", "--as", SAEKI, "--team", "灯浜チーム");
    }

    @Test
    void record_beforeEnrolment_saysHowToEnrol(@TempDir Path other) {
        JsonObject error = new Shell(other).fail(ExitCode.NOT_ENROLLED, "record", "workplace", "{\"name\":\"x\"}");

        assertThat(error.get("message").getAsString()).contains("enrol --server");
    }

    @Test
    void anyCommand_whileAnotherProcessHoldsTheDirectory_saysSo() throws Exception {
        try (TabletDirectory held = TabletDirectory.open(directory)) {
            assertThat(held.tablet().saved()).isEmpty();
            assertThat(shell.fail(ExitCode.IN_USE, "status").get("message").getAsString())
                    .contains("Another process works on");
        }
        shell.run("status");
    }
}
