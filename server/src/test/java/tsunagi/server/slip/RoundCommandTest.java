package tsunagi.server.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.CodeRange;
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
import tsunagi.sync.v1.StampedFields;

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
                new Teams().open(connection, new UUID(4, 4), "other");
                new RecordRows()
                        .put(
                                connection,
                                List.of(
                                        round(CODED, RoundIdentity.ROUND_IDENTITY_CODED),
                                        round(ANONYMOUS, RoundIdentity.ROUND_IDENTITY_ANONYMOUS)));
                return null;
            });
        }
        for (String name : List.of("佐藤花子", "鈴木")) {
            command("person", "add", name, "--team", name.equals("鈴木") ? "other" : "a team", "--role", "member");
        }
    }

    @Test
    void slips_areWrittenWithTheCodesOfTheRound() throws IOException {
        Path page = folder.resolve("slips.html");

        int exit = types("--round", CODED.toString(), "--count", "12", "-o", page.toString());

        assertThat(exit).as(said.toString()).isZero();

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
    void slips_areNotedInTheRound_onceForTheSameNumbers() {
        String page = folder.resolve("slips.html").toString();
        types("--round", CODED.toString(), "--count", "12", "-o", page);
        types("--round", CODED.toString(), "--count", "12", "-o", page);
        types("--round", CODED.toString(), "--count", "3", "--first", "5", "-o", page);
        types("--round", CODED.toString(), "--count", "1", "--tablet", "2", "-o", page);

        assertThat(noted())
                .containsOnly(
                        Map.entry("0-11", range(0, 12)),
                        Map.entry("4-6", range(4, 3)),
                        Map.entry("101000-101000", range(RoundCodes.firstOfTablet(2), 1)));
    }

    @Test
    void slips_bySomebodyOfAnotherTeam_areRefusedAndNotNoted() {
        Path page = folder.resolve("slips.html");

        int exit = command(
                "round", "slips", "--round", CODED.toString(), "--count", "1", "-o", page.toString(), "--by", "鈴木");

        assertThat(exit).isEqualTo(1);
        assertThat(said.toString()).contains("職員ではありません");
        assertThat(page).doesNotExist();
        assertThat(noted()).isEmpty();
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
        return command(Stream.of(Stream.of("round", "slips"), Stream.of(words), Stream.of("--by", "佐藤花子"))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private int command(String... words) {
        PrintWriter out = new PrintWriter(said, true);
        CommandLine commands =
                AdminCommands.with(new RoundCommand()).setOut(out).setErr(out);
        return commands.execute(Stream.concat(
                        Stream.of(words),
                        Stream.of("--data", folder.resolve("data").toString()))
                .toArray(String[]::new));
    }

    private Map<String, CodeRange> noted() {
        RecordKey key = new RecordKey(TEAM, RecordType.RECORD_TYPE_ROUND_VALUE, CODED);
        try (ServerData data = ServerData.open(Settings.in(folder.resolve("data")))) {
            StoredRecord record = data.database()
                    .read(connection -> new RecordRows().find(connection, key))
                    .orElseThrow();
            return Round.parseFrom(LiveRecord.parseFrom(record.contents()).getBody())
                    .getCodeRangesMap();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static CodeRange range(int first, int count) {
        return CodeRange.newBuilder().setFirstNumber(first).setCount(count).build();
    }

    private static StoredRecord round(UUID id, RoundIdentity identity) {
        Round round = Round.newBuilder().setName("実施前").setIdentity(identity).build();
        StampedFields.Builder fields =
                StampedFields.newBuilder().setStamp(Stamp.of(new UUID(5, 5)).toProto());
        FieldValues.of(round).paths().forEach(path -> fields.addPaths(path.toProto()));
        return new StoredRecord(
                new RecordKey(TEAM, RecordType.RECORD_TYPE_ROUND_VALUE, id),
                1,
                Optional.empty(),
                LiveRecord.newBuilder()
                        .setBody(round.toByteString())
                        .addStamps(fields)
                        .build()
                        .toByteString());
    }
}
