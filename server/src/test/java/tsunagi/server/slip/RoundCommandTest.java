package tsunagi.server.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.server.admin.AdminCommands;
import tsunagi.server.admin.ServerData;
import tsunagi.server.admin.Settings;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.LiveRecord;

final class RoundCommandTest {
    private static final UUID TEAM = new UUID(1, 1);
    private static final UUID CODED = new UUID(2, 2);
    private static final UUID ANONYMOUS = new UUID(3, 3);

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void roundsAreThere() {
        try (ServerData data = ServerData.open(Settings.in(folder.resolve("data")))) {
            data.database().<Void>write(connection -> {
                new Teams().open(connection, TEAM, "a team");
                new RecordRows()
                        .put(
                                connection,
                                List.of(
                                        round(CODED, RoundIdentity.ROUND_IDENTITY_CODED),
                                        round(ANONYMOUS, RoundIdentity.ROUND_IDENTITY_ANONYMOUS)));
                return null;
            });
        }
    }

    @Test
    void slips_areWrittenWithTheCodesOfTheRound() throws IOException {
        Path page = folder.resolve("slips.html");

        assertThat(types("--round", CODED.toString(), "--count", "12", "-o", page.toString()))
                .isZero();

        String html = Files.readString(page);
        assertThat(html).contains("実施前");
        assertThat(new RoundCodes(CODED).codes(0, 12))
                .allSatisfy(code -> assertThat(html).contains(code.printed()));
    }

    @Test
    void slips_ofPeopleWhoComeLater_goOnWhereTheOthersEnded() throws IOException {
        Path page = folder.resolve("slips.html");

        types("--round", CODED.toString(), "--count", "1", "--first", "13", "-o", page.toString());

        assertThat(Files.readString(page))
                .contains(new RoundCodes(CODED).code(12).printed())
                .doesNotContain(new RoundCodes(CODED).code(11).printed());
    }

    @Test
    void slips_ofATablet_areOfItsOwnNumbers() throws IOException {
        Path page = folder.resolve("slips.html");

        types("--round", CODED.toString(), "--count", "1", "--tablet", "2", "-o", page.toString());

        assertThat(Files.readString(page))
                .contains(
                        new RoundCodes(CODED).code(RoundCodes.firstOfTablet(2)).printed());
        assertThat(types("--round", CODED.toString(), "--count", "1001", "--tablet", "2", "-o", page.toString()))
                .isEqualTo(1);
        assertThat(types("--round", CODED.toString(), "--count", "1", "--tablet", "801", "-o", page.toString()))
                .isEqualTo(1);
    }

    @Test
    void slips_ofARoundWithoutCodes_areRefused() {
        Path page = folder.resolve("slips.html");

        assertThat(types("--round", ANONYMOUS.toString(), "--count", "1", "-o", page.toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("コード方式ではありません");
        assertThat(page).doesNotExist();
        assertThat(types("--round", new UUID(9, 9).toString(), "--count", "1", "-o", page.toString()))
                .isEqualTo(1);
        assertThat(types("--round", "x", "--count", "1", "-o", page.toString())).isEqualTo(1);
        assertThat(types("--round", CODED.toString(), "--count", "0", "-o", page.toString()))
                .isEqualTo(1);
    }

    private int types(String... words) {
        CommandLine commands = AdminCommands.with(new RoundCommand());
        commands.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        String[] typed = new String[words.length + 4];
        typed[0] = "round";
        typed[1] = "slips";
        System.arraycopy(words, 0, typed, 2, words.length);
        typed[words.length + 2] = "--data";
        typed[words.length + 3] = folder.resolve("data").toString();
        return commands.execute(typed);
    }

    private static StoredRecord round(UUID id, RoundIdentity identity) {
        ByteString body =
                Round.newBuilder().setName("実施前").setIdentity(identity).build().toByteString();
        return new StoredRecord(
                new RecordKey(TEAM, RecordType.RECORD_TYPE_ROUND_VALUE, id),
                1,
                Optional.empty(),
                LiveRecord.newBuilder().setBody(body).build().toByteString());
    }
}
