package tsunagi.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

/** The commands as somebody types them. */
class AdminCommandsTest {
    @TempDir
    private Path directory;

    private String said = "";
    private String complained = "";

    @Test
    void aServerFromNothing_isReadyForItsFirstTablet() {
        types("team", "add", "酒蔵");
        types("person", "add", "佐藤花子", "--team", "酒蔵", "--role", "supervisor", "--body", "市保健センター");
        types("code", "--team", "酒蔵", "--person", "佐藤花子");

        assertThat(said).containsPattern("Enrolment code  [0-9A-Z]{4}-[0-9A-Z]{4} ");
        assertThat(said).containsPattern("Certificate     ([0-9A-F]{2}:){31}[0-9A-F]{2}");
        types("person", "list", "--team", "酒蔵");
        assertThat(said).contains("ROLE_SUPERVISOR", "市保健センター", "佐藤花子");
    }

    @Test
    void code_whenTheServersAddressIsSaid_isAnInvitationAsAQrCode() {
        types("team", "add", "酒蔵");

        types("code", "--team", "酒蔵", "--server", "sync.example.jp:50051");

        assertThat(said)
                .containsPattern(
                        "tsunagi://enrol\\?server=sync.example.jp:50051&fingerprint=[0-9A-F]{64}&code=[-0-9A-Z]{9}\n")
                .contains("██ ▄▄▄▄▄ █");
    }

    @Test
    void codeAsJson_canBeReadByAProgram() {
        types("team", "add", "a \"b\" \\ c");

        types("code", "--json", "--team", "a \"b\" \\ c");

        assertThat(said)
                .matches("\\{\"code\":\"[-0-9A-Z]{9}\",\"fingerprint\":\"[:0-9A-F]+\","
                        + "\"expiresAt\":\"[-:0-9TZ]+\"}\n");
        types("team", "list", "--json");
        assertThat(said).contains("\"name\":\"a \\\"b\\\" \\\\ c\"");
    }

    @Test
    void aSecondRole_endsTheFirst() {
        types("team", "add", "酒蔵");
        types("person", "add", "佐藤花子", "--team", "酒蔵", "--role", "member", "--from", "2025-04-01");
        String id = said.replaceAll(".* has the id ([-0-9a-f]{36}) .*\n", "$1");

        types("person", "add", id, "--team", "酒蔵", "--role", "supervisor", "--from", "2026-04-01");

        assertThat(memberships()).extracting(Membership::role).containsExactly(Role.ROLE_MEMBER, Role.ROLE_SUPERVISOR);
        assertThat(memberships().get(0).untilMs().getAsLong())
                .isEqualTo(memberships().get(1).fromMs());
        types("person", "revoke", "佐藤花子", "--team", "酒蔵");
        assertThat(memberships()).allMatch(Membership::isRevoked);
    }

    @Test
    void aMembershipThatEnds_holdsThroughItsLastDay() {
        types("team", "add", "酒蔵");
        types("person", "add", "佐藤花子", "--team", "酒蔵", "--role", "member", "--from", "2025-04-01");

        types("person", "end", "佐藤花子", "--team", "酒蔵", "--last-day", "2026-03-31");

        types("person", "list", "--team", "酒蔵", "--json");
        assertThat(said).contains("\"from\":\"2025-04-01\",\"lastDay\":\"2026-03-31\"");
    }

    @Test
    void device_canBeListedAndRevoked() {
        String id = "0197c7a0-0000-7000-8000-000000000001";
        try (ServerData data = ServerData.open(Settings.in(directory))) {
            data.database().write(connection -> Sql.of(
                            connection,
                            "INSERT INTO device (device_id, name, public_key, enrolled_at_ms) VALUES (?, ?, ?, 0)",
                            Directory.id(id),
                            "現場タブレット 1",
                            ByteString.EMPTY)
                    .update());
        }

        types("device", "revoke", id);
        types("device", "list", "--json");

        assertThat(said).contains("\"id\":\"" + id + "\",\"revoked\":true").contains("現場タブレット 1");
    }

    @Test
    void whatDoesNotExist_isSaidWithTheWayToFindIt() {
        types("team", "add", "酒蔵");
        types("team", "add", "酒蔵");

        assertThat(exitCodeOf("code", "--team", "酒造")).isEqualTo(1);
        assertThat(complained).contains("There is no team '酒造'").contains("./tsunagi team list");
        assertThat(exitCodeOf("code", "--team", "酒蔵")).isEqualTo(1);
        assertThat(complained).contains("More than one team");
        assertThat(exitCodeOf("device", "revoke", "x")).isEqualTo(1);
        assertThat(complained).contains("'x' is no id");
        assertThat(exitCodeOf("person", "add", "誰か", "--team", "酒蔵", "--role", "boss"))
                .isEqualTo(2);
        assertThat(complained).contains("MEMBER, INSTRUCTOR, SUPERVISOR");
    }

    @Test
    void parkedAndRebuild_onAnEmptyServer_haveNothingToDo() {
        types("parked", "list");
        assertThat(said).isEqualTo("Nothing waits.\n");
        types("rebuild");
        assertThat(said).isEqualTo("The plain tables were made again.\n");
    }

    private List<Membership> memberships() {
        try (ServerData data = ServerData.open(Settings.in(directory))) {
            return data.database().read(connection -> new Members()
                    .of(connection, new Teams().all(connection).get(0).id()));
        }
    }

    private void types(String... words) {
        int exitCode = exitCodeOf(words);
        assertThat(exitCode).as(complained).isZero();
    }

    private int exitCodeOf(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = AdminCommands.with(new NoServer());
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> line = new ArrayList<>(List.of(words));
        line.add("--data=" + directory);
        int exitCode = commands.execute(line.toArray(String[]::new));
        said = out.toString();
        complained = err.toString();
        return exitCode;
    }

    @Command(name = "serve")
    private static final class NoServer implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new UnsupportedOperationException();
        }
    }
}
