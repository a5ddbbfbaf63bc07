package tsunagi.trials.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.sync.v1.Role;
import tsunagi.trials.tablet.Shell.Answer;

/** Two headless tablets and the real server, over loopback, by nothing but commands. */
final class TabletsWithServerTest {
    private static ServerAtHand server;

    @TempDir
    private Path directory;

    private UUID team;
    private Shell nurse;
    private Shell therapist;

    @BeforeAll
    static void startServer(@TempDir Path data) {
        server = ServerAtHand.plaintext(data);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void enrolTwoTablets() {
        team = server.team("灯浜チーム");
        nurse = enrolled("nurse", "佐伯 典子", Role.ROLE_MEMBER);
        therapist = enrolled("therapist", "三上 隆", Role.ROLE_INSTRUCTOR);
    }

    private Shell enrolled(String name, String person, Role role) {
        Shell shell = new Shell(directory.resolve(name));
        Answer answer = enrol(shell, server.code(team, server.member(team, person, role)));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.json().getAsJsonArray("teams")).hasSize(1);
        return shell;
    }

    private static Answer enrol(Shell shell, String code) {
        return shell.tryToRun("enrol", "--server", server.address(), "--code", code);
    }

    @Test
    void sync_bringsARecordToTheOtherTablet() {
        String id = nurse.run("record", "workplace", "{\"name\":\"灯浜酒造 🍶\"}").text("id");

        JsonObject pushed = nurse.run("sync").json();
        JsonObject pulled = therapist.run("sync").json();

        assertThat(pushed.get("up_to_date").getAsBoolean()).isTrue();
        assertThat(pushed.get("pushed").getAsInt()).isEqualTo(1);
        assertThat(pushed.get("accepted").getAsInt()).isEqualTo(1);
        assertThat(pushed.get("pulled").getAsInt()).isZero();
        assertThat(pulled.get("pushed").getAsInt()).isZero();
        assertThat(pulled.get("pulled").getAsInt()).isEqualTo(1);
        JsonObject shown = therapist.run("show", "workplace", id).json();
        assertThat(shown.getAsJsonObject("fields")).hasToString("{\"name\":\"灯浜酒造 🍶\"}");
        assertThat(shown.get("waiting").getAsBoolean()).isFalse();
        assertThat(nurse.run("status").text("line")).startsWith("記録 1 件 · サーバー保存済み 1 件 · 最終同期 ");
        assertThat(nurse.run("outbox").number("count")).isZero();
    }

    @Test
    void oneVisitOnTwoTablets_losesNoWord() {
        String id =
                nurse.run("record", "visit", "{\"visit_on\":\"2024-07-26\"}").text("id");
        nurse.run("sync");
        therapist.run("sync");
        nurse.run("edit", "visit", id, "{\"findings\":\"段差\",\"kinds\":[\"VISIT_KIND_INTERVIEW\"]}");
        therapist.run("edit", "visit", id, "{\"advice\":\"2人で\",\"kinds\":[\"VISIT_KIND_GUIDANCE\"]}");

        nurse.run("sync");
        assertThat(therapist.run("sync").number("merged")).isEqualTo(1);
        nurse.run("sync");

        JsonObject fields = nurse.run("show", "visit", id).json().getAsJsonObject("fields");
        assertThat(fields.get("findings").getAsString()).isEqualTo("段差");
        assertThat(fields.get("advice").getAsString()).isEqualTo("2人で");
        assertThat(fields.getAsJsonArray("kinds")).hasSize(2);
        assertThat(therapist.run("show", "visit", id).json().getAsJsonObject("fields"))
                .isEqualTo(fields);
        JsonObject merged = onlyChange(therapist);
        assertThat(merged.get("verdict").getAsString()).isEqualTo("merged");
        assertThat(therapist.run("seen").number("seen")).isEqualTo(1);
        assertThat(therapist.run("outbox").number("count")).isZero();
    }

    @Test
    void oneFieldOnTwoTablets_isAConflictOnBothUntilSomebodyDecides() {
        String id = nurse.run("record", "visit", "{\"starts_at\":\"10:00\"}").text("id");
        nurse.run("sync");
        therapist.run("sync");
        nurse.run("edit", "visit", id, "{\"starts_at\":\"13:00\"}");
        therapist.run("edit", "visit", id, "{\"starts_at\":\"13:30\"}");
        nurse.run("sync");

        assertThat(therapist.run("sync").number("conflicted")).isEqualTo(1);
        nurse.run("sync");

        JsonObject conflict = onlyConflict(nurse, id);
        assertThat(conflict).isEqualTo(onlyConflict(therapist, id));
        assertThat(conflict.get("field").getAsString()).isEqualTo("starts_at");
        assertThat(conflict.get("base").getAsString()).isEqualTo("10:00");
        assertThat(conflict.getAsJsonObject("in_place").get("value").getAsString())
                .isEqualTo("13:00");
        assertThat(conflict.getAsJsonObject("in_place").get("by").getAsString()).isEqualTo("佐伯 典子");
        JsonObject candidate = conflict.getAsJsonArray("candidates").get(0).getAsJsonObject();
        assertThat(candidate.get("value").getAsString()).isEqualTo("13:30");
        assertThat(candidate.get("by").getAsString()).isEqualTo("三上 隆");
        assertThat(onlyChange(therapist).get("what_to_do").getAsString()).contains("resolve visit " + id);

        nurse.fail(ExitCode.USAGE, "resolve", "visit", id, "starts_at", "--take", "2");
        nurse.fail(ExitCode.USAGE, "resolve", "visit", id, "starts_at", "--with", "{\"needs\":\"x\"}");
        nurse.run("resolve", "visit", id, "starts_at", "--take", "1");
        nurse.run("sync");
        therapist.run("sync");

        for (Shell shell : new Shell[] {nurse, therapist}) {
            JsonObject shown = shell.run("show", "visit", id).json();
            assertThat(shown.getAsJsonArray("conflicts")).isEmpty();
            assertThat(shown.getAsJsonObject("fields").get("starts_at").getAsString())
                    .isEqualTo("13:30");
        }
    }

    private static JsonObject onlyConflict(Shell shell, String visit) {
        var conflicts = shell.run("show", "visit", visit).json().getAsJsonArray("conflicts");
        assertThat(conflicts).hasSize(1);
        return conflicts.get(0).getAsJsonObject();
    }

    private static JsonObject onlyChange(Shell shell) {
        var changes = shell.run("outbox").json().getAsJsonArray("changes");
        assertThat(changes).hasSize(1);
        return changes.get(0).getAsJsonObject();
    }

    @Test
    void withdraw_byAnInstructor_waitsForTheSupervisorAndSaysSo() {
        String id = therapist.run("record", "participant", "{\"name\":\"堀江\"}").text("id");
        therapist.run("sync");
        therapist.run("withdraw", "participant", id);

        assertThat(therapist.run("sync").number("parked")).isEqualTo(1);

        JsonObject parked = onlyChange(therapist);
        assertThat(parked.get("standing").getAsString()).isEqualTo("parked");
        assertThat(parked.get("reason").getAsString()).isEqualTo("role_missing");
        assertThat(parked.get("what_to_do").getAsString()).contains("とりまとめ担当");
        assertThat(therapist.run("status").text("line")).startsWith("記録 2 件 · サーバー保存済み 2 件 · 確認待ち 1 件");
        nurse.run("sync");
        assertThat(nurse.run("show", "participant", id).text("life")).isEqualTo("alive");
    }

    @Test
    void correction_ofAParkedChange_takesItsPlace() {
        String left = server.member(team, "倉本 直樹", Role.ROLE_MEMBER);
        therapist.run("sync");
        String id = therapist
                .run("record", "participant", "{\"name\":\"堀江\"}", "--as", "倉本 直樹")
                .text("id");
        server.revoke(team, left);
        therapist.run("sync");
        JsonObject parked = onlyChange(therapist);
        assertThat(parked.get("reason").getAsString()).isEqualTo("not_a_member");

        String change = parked.get("change").getAsString();
        therapist.run("edit", "participant", id, "{\"name\":\"堀江 信子\"}", "--corrects", change);
        assertThat(therapist.run("outbox").out()).contains("A correction is saved here");
        therapist.run("sync");
        // The server says what became of parked changes at the beginning of an exchange.
        therapist.run("sync");

        JsonObject replaced = onlyChange(therapist);
        assertThat(replaced.get("standing").getAsString()).isEqualTo("dropped");
        nurse.run("sync");
        assertThat(nurse.run("show", "participant", id).json().getAsJsonObject("fields"))
                .hasToString("{\"name\":\"堀江 信子\"}");
    }

    @Test
    void delete_thenEditElsewhere_keepsTheRecord() {
        String id = nurse.run("record", "workplace", "{\"name\":\"x\"}").text("id");
        nurse.run("sync");
        therapist.run("sync");
        nurse.run("delete", "workplace", id);
        therapist.run("edit", "workplace", id, "{\"name\":\"y\"}");
        nurse.run("sync");

        therapist.run("sync");
        nurse.run("sync");

        assertThat(nurse.run("show", "workplace", id).text("life")).isEqualTo("alive");
        assertThat(nurse.run("list", "workplace").json())
                .isEqualTo(therapist.run("list", "workplace").json());
    }

    @Test
    void enrol_withAWrongOrUsedCode_saysWhatToDo() {
        Shell other = new Shell(directory.resolve("other"));
        String code = server.code(team, server.member(team, "堀 美咲", Role.ROLE_SUPERVISOR));

        assertThat(enrol(other, "0000-0000").error().get("error").getAsString()).isEqualTo("code_unknown");
        assertThat(enrol(new Shell(directory.resolve("first")), code).exitCode())
                .isZero();
        Answer used = enrol(other, code);
        assertThat(used.exitCode()).isEqualTo(ExitCode.NOT_ENROLLED.code());
        assertThat(used.error().get("message").getAsString()).contains("Ask for a new one");
        assertThat(other.fail(ExitCode.NOT_ENROLLED, "sync").get("error").getAsString())
                .isEqualTo("not_enrolled");
    }

    @Test
    void enrol_whereNoServerIs_saysSo() {
        JsonObject error =
                nurse.fail(ExitCode.NOT_UP_TO_DATE, "enrol", "--server", "127.0.0.1:1", "--code", "0000-0000");

        assertThat(error.get("message").getAsString()).contains("No conversation with 127.0.0.1:1");
        nurse.fail(ExitCode.USAGE, "enrol", "--server", "server.example:443", "--code", "0000-0000");
        nurse.fail(ExitCode.USAGE, "enrol", "--server", "here", "--code", "0000-0000");
    }
}
