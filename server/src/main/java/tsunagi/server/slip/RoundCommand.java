package tsunagi.server.slip;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsunagi.matchcode.RoundCodes;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.server.admin.ServerData;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Prepares the rounds of questionnaires. */
@Command(name = "round", description = "Rounds of questionnaires: slips with match codes.")
public final class RoundCommand {
    private static final int SLIPS_MAX = 2_000;

    private final RecordRows records = new RecordRows();
    private final Teams teams = new Teams();

    @Command(
            name = "slips",
            description =
                    "Writes a page of slips to print on A4 and cut, each with a code of its own. The same numbers give the"
                            + " same codes again; for people who come later go on with --first. The round notes which were given out,"
                            + " so that a wrong code is told from a new person.")
    void slips(
            @Option(names = "--round", required = true, paramLabel = "ID", description = "the round, a coded one")
                    String round,
            @Option(names = "--count", required = true, paramLabel = "N", description = "how many slips") int count,
            @Option(
                            names = "--first",
                            paramLabel = "N",
                            description = "number of the first slip (default: 1)",
                            defaultValue = "1")
                    int first,
            @Option(
                            names = "--tablet",
                            paramLabel = "N",
                            description =
                                    "from the numbers of this tablet (1 to 800), for whom slips are made on the way")
                    Integer tablet,
            @Option(
                            names = "--by",
                            required = true,
                            paramLabel = "PERSON",
                            description = "who gives them out: name or id")
                    String by,
            @Option(
                            names = {"-o", "--out"},
                            required = true,
                            paramLabel = "HTML",
                            description = "where to")
                    Path out,
            @Mixin Configured configured)
            throws IOException {
        int number = firstNumber(tablet, first, count);
        UUID roundId = id(round);
        Round found = configured.withDesk((data, desk) -> issue(data, desk, roundId, by, number, count));
        String page = SlipPage.html(found, new RoundCodes(roundId).codes(number, count));
        Files.writeString(out, page, StandardCharsets.UTF_8);
        configured
                .out()
                .println(out + " に " + count + " 枚を書きました。ブラウザーで開き、A4・余白なし・倍率 100% で印刷してください。"
                        + " / Written; open it in a browser and print on A4, no margins, 100 %.");
        configured.out().flush();
    }

    /** Printed slips and each tablet have numbers of their own, so nobody gives a code out twice. */
    private static int firstNumber(Integer tablet, int first, int count) {
        if (tablet != null && (tablet < 1 || tablet > RoundCodes.TABLETS_MAX)) {
            throw new CommandException("端末の番号は 1~" + RoundCodes.TABLETS_MAX + " です。 / Tablets are numbered 1 to "
                    + RoundCodes.TABLETS_MAX + ".");
        }
        int most = tablet == null ? RoundCodes.NUMBERS_FOR_SLIPS : RoundCodes.NUMBERS_PER_TABLET;
        if (count < 1 || count > SLIPS_MAX || first < 1 || first - 1L + count > most) {
            throw new CommandException("1 回に 1~" + SLIPS_MAX + " 枚、番号は " + most + " までです。 / At most " + SLIPS_MAX
                    + " slips at once, numbered 1 to " + most + ".");
        }
        return (tablet == null ? 0 : RoundCodes.firstOfTablet(tablet)) + first - 1;
    }

    /** Notes in the round that these codes are given out, and tells the round. */
    private Round issue(ServerData data, Desk desk, UUID roundId, String by, int first, int count) {
        RecordKey key = data.database().read(connection -> find(connection, roundId));
        String personId = data.database().read(connection -> new Directory(connection).person(by));
        RecordState seen = desk.show(key);
        Round found = body(seen);
        if (found.getIdentity() != RoundIdentity.ROUND_IDENTITY_CODED) {
            throw new CommandException("この調査回はコード方式ではありません。コードを配らないでください。"
                    + " / This round is not a coded one; it has no codes to hand out.");
        }
        if (!desk.mayWrite(key.teamId(), personId)) {
            throw new CommandException("この人は、いまこの調査回のチームの職員ではありません。./tsunagi person list で確かめてください。"
                    + " / This person is no member of the round's team now; see ./tsunagi person list.");
        }
        CodeRange range =
                CodeRange.newBuilder().setFirstNumber(first).setCount(count).build();
        // The key says all that is in it, so the same slips printed twice are one entry, and nobody's note replaces
        // another's.
        Round note = Round.newBuilder()
                .putCodeRanges(first + "-" + (first + count - 1), range)
                .build();
        DeskWord word = desk.write(key.teamId(), personId, List.of(DeskEdit.of(seen, note)))
                .get(0);
        if (!(word instanceof DeskWord.Taken || word instanceof DeskWord.Unchanged)) {
            throw new CommandException("配布するコードを調査回に記録できなかったため、コード票は作りませんでした: " + word
                    + " / The round could not note the codes, so no slips were written.");
        }
        return found;
    }

    private RecordKey find(Connection connection, UUID id) throws SQLException {
        for (Team team : teams.all(connection)) {
            RecordKey key = new RecordKey(team.id(), RecordType.RECORD_TYPE_ROUND_VALUE, id);
            Optional<StoredRecord> record = records.find(connection, key);
            if (record.isPresent() && record.get().tombstone().isEmpty()) {
                return key;
            }
        }
        throw new CommandException("調査回 " + id + " がありません。 / There is no round " + id + ".");
    }

    private static Round body(RecordState state) {
        try {
            return Round.parseFrom(state.body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a record that was taken in cannot be read: " + state.key(), e);
        }
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new CommandException("'" + typed + "' は調査回の ID ではありません。 / is no id of a round.");
        }
    }
}
