package tsunagi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.piece.Parcel;
import tsunagi.piece.Sha256;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.ChangePiece;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.PiecedState;
import tsunagi.sync.v1.PiecesHeld;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.ServerMessage.MessageCase;
import tsunagi.sync.v1.StatePiece;
import tsunagi.sync.v1.StatePiecesHeld;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.Verdict;

/** What is too large for one message, in both directions. */
@StorageContract
class PiecesTest {
    private static final int PIECE_BYTES = ExchangeScenario.PIECES.pieceBytes();

    private ExchangeScenario server;
    private TestTablet tablet;

    @BeforeEach
    void start(TestStorage storage) {
        server = new ExchangeScenario(storage);
        tablet = server.tablet("first");
        server.sync(tablet);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pieces_ofALargeChange_areTakenInAsOneChange() {
        RecordKey visit = tablet.saves("visit", needs(3000, 1));
        List<TabletMessage> pieces = pieces(1);
        assertThat(pieces).hasSizeGreaterThan(3);

        TestLine line = greeted();
        pieces.forEach(line::says);
        line.says(tablet.pushedAll());
        List<PiecesHeld> held = heard(line);

        assertThat(held.get(held.size() - 1).getHeldBytes()).isEqualTo(total(pieces));
        assertThat(tablet.verdicts.get(1L)).matches(Verdict::hasAccepted);
        assertThat(tablet.isUpToDate()).isTrue();
        assertThat(tablet.value(visit, Visit.NEEDS_FIELD_NUMBER)).hasSizeGreaterThan(3000);
        assertThat(rowsHeld()).as("what was judged is not kept twice").isZero();
    }

    @Test
    void pieces_whenTheLineBreaksAndTheServerStartsAgain_goOnWhereTheyWere() {
        tablet.saves("visit", needs(3000, 1));
        List<TabletMessage> pieces = pieces(1);
        TestLine broken = greeted();
        pieces.subList(0, 2).forEach(broken::says);
        broken.exchange.onLineBroken();
        server.start("server");

        TestLine line = greeted();
        assertThat(tablet.welcome.get().getPiecesList()).singleElement().satisfies(held -> {
            assertThat(held.getOrdinal()).isEqualTo(1);
            assertThat(held.getHeldBytes()).isEqualTo(2L * PIECE_BYTES);
            assertThat(held.getContentSha256())
                    .isEqualTo(pieces.get(0).getPiece().getContentSha256());
        });
        pieces.subList(2, pieces.size()).forEach(line::says);
        heard(line);

        assertThat(tablet.verdicts.get(1L)).matches(Verdict::hasAccepted);
    }

    @Test
    void piece_thatLeavesAGap_isRefusedOnceAndTheRestGoesOnFromThere() {
        tablet.saves("visit", needs(3000, 1));
        List<TabletMessage> pieces = pieces(1);
        TestLine line = greeted();
        line.says(pieces.get(0));
        heard(line);

        pieces.subList(2, pieces.size()).forEach(line::says);
        List<PiecesHeld> held = heard(line);
        assertThat(held).singleElement().matches(PiecesHeld::getRefused);
        assertThat(held.get(0).getHeldBytes()).isEqualTo(PIECE_BYTES);

        pieces.subList(1, pieces.size()).forEach(line::says);
        heard(line);
        assertThat(tablet.verdicts.get(1L)).matches(Verdict::hasAccepted);
    }

    @Test
    void piece_thatComesTwice_isKeptOnce() {
        tablet.saves("visit", needs(3000, 1));
        List<TabletMessage> pieces = pieces(1);
        TestLine line = greeted();
        for (TabletMessage piece : pieces) {
            line.says(piece);
            line.says(piece);
        }
        heard(line);

        assertThat(tablet.verdicts).hasSize(1);
        assertThat(tablet.verdicts.get(1L)).matches(Verdict::hasAccepted);
    }

    @Test
    void pieces_thatAreNotWhatTheirHashSays_areLetGo() {
        tablet.saves("visit", needs(3000, 1));
        List<TabletMessage> pieces = pieces(1);
        List<TabletMessage> wrong = pieces.stream()
                .map(message -> message.toBuilder())
                .map(message -> {
                    message.getPieceBuilder().setContentSha256(Sha256.of(ByteString.copyFromUtf8("other")));
                    return message.build();
                })
                .toList();
        TestLine line = greeted();
        wrong.forEach(line::says);

        List<PiecesHeld> held = heard(line);
        PiecesHeld last = held.get(held.size() - 1);
        assertThat(last.getRefused()).isTrue();
        assertThat(last.getHeldBytes()).isZero();
        assertThat(tablet.verdicts).isEmpty();
        pieces.forEach(line::says);
        heard(line);
        assertThat(tablet.verdicts.get(1L)).matches(Verdict::hasAccepted);
    }

    @Test
    void pieces_ofTheSameChangePackedOtherwise_beginAnew() {
        tablet.saves("visit", needs(3000, 1));
        TestLine line = greeted();
        line.says(pieces(1).get(0));
        List<TabletMessage> unpacked = pieces(1, Parcel.of(tablet.saved.get(0).toByteString(), false));

        line.says(unpacked.get(1));
        List<PiecesHeld> held = heard(line);
        assertThat(held.get(1).getRefused()).isTrue();
        assertThat(held.get(1).getHeldBytes()).isZero();

        unpacked.forEach(line::says);
        heard(line);
        assertThat(tablet.verdicts.get(1L)).matches(Verdict::hasAccepted);
    }

    @Test
    void pieces_beyondTheLimits_endTheExchange() {
        tablet.saves("visit", needs(3000, 1));
        ChangePiece good = pieces(1).get(0).getPiece();

        assertThat(farewellTo(good.toBuilder().setTotalBytes(65 * 1024))).contains("limit 65536");
        assertThat(farewellTo(good.toBuilder().setContent(ByteString.copyFrom(new byte[PIECE_BYTES + 1]))))
                .contains("limits 8 and 512");
        assertThat(farewellTo(good.toBuilder().setContent(ByteString.copyFrom(new byte[7]))))
                .contains("limits 8 and 512");
        assertThat(farewellTo(good.toBuilder().setOffsetBytes(good.getTotalBytes() - 1)))
                .contains("beyond");
    }

    @Test
    void pieces_ofAChangeThatUnpacksToTooMuch_endTheExchange() {
        Parcel bomb = Parcel.of(ByteString.copyFrom(new byte[1_000_000]), true);
        tablet.saves("visit", needs(10, 1));
        TestLine line = greeted();
        pieces(1, bomb).forEach(line::says);

        assertThat(line.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_PROTOCOL);
        assertThat(line.farewell().get().getDetail()).contains("more than 65536");
        assertThat(rowsHeld()).isZero();
    }

    @Test
    void pieces_ofManyChangesOfOneDevice_keepToItsShare() {
        // Under way in four lanes at once, as only a tablet does that never ends anything.
        for (int lane = 1; lane <= 4; lane++) {
            ChangePiece.Builder piece = firstPieceOf(6 * 1024, lane);
            server.passes(Duration.ofMinutes(1));
            TestLine line = greeted();
            line.says(TabletMessage.newBuilder().setPiece(piece).build());
            line.exchange.onLineBroken();
        }

        greeted();
        assertThat(tablet.welcome.get().getPiecesList())
                .extracting(PiecesHeld::getOriginDeviceId)
                .as("two of 6 KiB fit into 16 KiB, and the last ones stay")
                .containsExactlyInAnyOrder(origin(3), origin(4));
    }

    @Test
    void pieces_thatNobodyGoesOnWith_expire() {
        tablet.saves("visit", needs(3000, 1));
        TestLine line = greeted();
        line.says(pieces(1).get(0));
        line.exchange.onLineBroken();

        server.passes(Duration.ofDays(6));
        server.expirePieces();
        assertThat(rowsHeld()).isEqualTo(2);
        server.passes(Duration.ofDays(2));
        server.expirePieces();
        assertThat(rowsHeld()).isZero();
    }

    @Test
    void hello_whenAVerdictWasLost_isToldItWithoutBeingHandedTheChangeAgain() {
        tablet.saves("visit", needs(3000, 1));
        TestLine line = greeted();
        pieces(1).forEach(line::says);
        // Nothing of what the server says arrives.
        line.news();
        line.exchange.onLineBroken();

        List<ServerMessage> heard = server.greet(tablet).news();
        assertThat(heard).as("nor is the record sent to where it came from").noneMatch(ServerMessage::hasStatePiece);
        heard.forEach(tablet::hears);
        Verdict unheard = tablet.welcome.get().getUnheard(0).getVerdicts(0);
        assertThat(unheard).matches(Verdict::hasAccepted);
        assertThat(unheard.getOrdinal()).isEqualTo(1);
        assertThat(unheard.getContentHash())
                .isEqualTo(tsunagi.change.ContentHash.of(tablet.saved.get(0)).sha256());
    }

    @Test
    void state_thatIsLarge_comesInPiecesBeforeItsBatch() {
        RecordKey visit = taken(needs(4000, 1));
        TestTablet other = server.tablet("second");

        List<ServerMessage> heard = server.greet(other).news();

        List<StatePiece> pieces = statePieces(heard);
        assertThat(pieces).hasSizeGreaterThan(5);
        PiecedState named = heard.stream()
                .filter(ServerMessage::hasStates)
                .findFirst()
                .get()
                .getStates()
                .getPieced(0);
        assertThat(named.getRecordId()).isEqualTo(Ids.toBytes(visit.id()));
        assertThat(TestTablet.together(pieces).getRevision()).isEqualTo(1);
        heard.forEach(other::hears);
        assertThat(other.replica).isEqualTo(tablet.replica);
    }

    @Test
    void state_ofWhichTheTabletHoldsPieces_goesOnBehindThem() {
        taken(needs(4000, 1));
        TestTablet other = server.tablet("second");
        List<StatePiece> first = statePieces(server.greet(other).news()).subList(0, 3);

        List<StatePiece> rest = statePieces(greetedHolding(other, first));

        assertThat(rest.get(0).getOffsetBytes()).isEqualTo(3L * ExchangeScenario.PIECES.statePieceBytes());
        List<StatePiece> all = new ArrayList<>(first);
        all.addAll(rest);
        assertThat(TestTablet.together(all).getRevision()).isEqualTo(1);
    }

    @Test
    void state_thatMovedMeanwhile_beginsAgain() {
        RecordKey visit = taken(needs(4000, 1));
        TestTablet other = server.tablet("second");
        List<StatePiece> first = statePieces(server.greet(other).news()).subList(0, 3);
        tablet.saves("visit", Visit.newBuilder().setStartsAt("09:00").build());
        server.sync(tablet);

        List<StatePiece> anew = statePieces(greetedHolding(other, first));

        assertThat(anew.get(0).getOffsetBytes()).isZero();
        assertThat(anew.get(0).getContentSha256()).isNotEqualTo(first.get(0).getContentSha256());
        assertThat(anew.get(0).getRecordId()).isEqualTo(Ids.toBytes(visit.id()));
    }

    @Test
    void state_thatTheTabletMovesWhileItComesInPieces_comesAgain() {
        RecordKey visit = taken(Visit.newBuilder().setStartsAt("09:00").build());
        TestTablet other = server.tablet("second");
        server.sync(other);
        other.saves("visit", needs(4000, 1));
        tablet.saves("visit", Visit.newBuilder().setVisitOn("2026-07-26").build());
        server.holdIntake();
        server.greet(other).says(other.batch(1, 1));
        TestLine line = greeted();
        line.says(tablet.batch(2, 2));

        line.readyFor = line.sent.size() + 2;
        server.judgeNext();
        assertThat(line.kinds()).as("in the middle of it").endsWith(MessageCase.STATE_PIECE);
        server.judgeNext();
        line.readyFor = Integer.MAX_VALUE;
        line.exchange.onReady();
        ExchangeScenario.hear(line, tablet);

        assertThat(tablet.replica.get(visit).revision()).isEqualTo(3);
        assertThat(tablet.value(visit, Visit.VISIT_ON_FIELD_NUMBER)).contains("2026-07-26");
    }

    @Test
    void states_whenTheLineIsFull_waitPieceByPiece() {
        taken(needs(4000, 1));
        TestTablet other = server.tablet("second");
        TestLine line = server.connect(other);
        line.readyFor = 4;
        line.says(TabletMessage.newBuilder().setHello(deflating(other)).build());

        assertThat(line.sent).as("no more than the line takes").hasSizeLessThanOrEqualTo(5);
    }

    private RecordKey taken(Visit visit) {
        RecordKey key = tablet.saves("visit", visit);
        server.sync(tablet);
        return key;
    }

    private TestLine greeted() {
        TestLine line = server.connect(tablet);
        line.says(TabletMessage.newBuilder().setHello(deflating(tablet)).build());
        ExchangeScenario.hear(line, tablet);
        return line;
    }

    private static Hello.Builder deflating(TestTablet tablet) {
        tablet.hello();
        return tablet.helloBuilder().addCodecs(Parcel.DEFLATE);
    }

    /** All that a tablet hears that begins with these pieces. */
    private List<ServerMessage> greetedHolding(TestTablet other, List<StatePiece> pieces) {
        Hello.Builder hello = other.helloBuilder();
        StatePiece last = pieces.get(pieces.size() - 1);
        hello.getTeamsBuilder(0)
                .addPieces(StatePiecesHeld.newBuilder()
                        .setRecordType(last.getRecordType())
                        .setRecordId(last.getRecordId())
                        .setContentSha256(last.getContentSha256())
                        .setHeldBytes(last.getOffsetBytes() + last.getContent().size()));
        TestLine line = server.connect(other);
        line.says(TabletMessage.newBuilder().setHello(hello).build());
        return line.news();
    }

    private List<PiecesHeld> heard(TestLine line) {
        return ExchangeScenario.hear(line, tablet).stream()
                .filter(ServerMessage::hasPiecesHeld)
                .map(ServerMessage::getPiecesHeld)
                .toList();
    }

    private String farewellTo(ChangePiece.Builder piece) {
        TestLine line = greeted();
        line.says(TabletMessage.newBuilder().setPiece(piece).build());
        assertThat(line.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_PROTOCOL);
        return line.farewell().get().getDetail();
    }

    private List<TabletMessage> pieces(int ordinal) {
        return pieces(ordinal, Parcel.of(tablet.saved.get(ordinal - 1).toByteString(), true));
    }

    private List<TabletMessage> pieces(int ordinal, Parcel parcel) {
        List<TabletMessage> pieces = new ArrayList<>();
        for (int at = 0; at < parcel.content().size(); at += PIECE_BYTES) {
            pieces.add(TabletMessage.newBuilder()
                    .setPiece(ChangePiece.newBuilder()
                            .setTeamId(Ids.toBytes(ExchangeScenario.TEAM))
                            .setOriginDeviceId(Ids.toBytes(tablet.deviceId))
                            .setOrdinal(ordinal)
                            .setOffsetBytes(at)
                            .setTotalBytes(parcel.content().size())
                            .setContent(parcel.piece(at, PIECE_BYTES))
                            .setCodec(parcel.codec())
                            .setContentSha256(parcel.sha256()))
                    .build());
        }
        return pieces;
    }

    private static ChangePiece.Builder firstPieceOf(int totalBytes, int lane) {
        return ChangePiece.newBuilder()
                .setTeamId(Ids.toBytes(ExchangeScenario.TEAM))
                .setOriginDeviceId(origin(lane))
                .setOrdinal(1)
                .setTotalBytes(totalBytes)
                .setContent(ByteString.copyFrom(new byte[PIECE_BYTES]))
                .setContentSha256(Sha256.of(origin(lane)));
    }

    private static ByteString origin(int lane) {
        return Ids.toBytes(TestTablet.named("origin " + lane));
    }

    private long rowsHeld() {
        return server.read(connection ->
                Sql.of(connection, """
                                SELECT (SELECT COUNT(*) FROM change_parcel) + (SELECT COUNT(*) FROM change_piece) AS n
                                """).first(row -> row.number("n")).get());
    }

    private static long total(List<TabletMessage> pieces) {
        return pieces.get(0).getPiece().getTotalBytes();
    }

    private static List<StatePiece> statePieces(List<ServerMessage> heard) {
        return heard.stream()
                .filter(ServerMessage::hasStatePiece)
                .map(ServerMessage::getStatePiece)
                .toList();
    }

    /** A text of some length that does not pack into nothing. */
    private static Visit needs(int bytes, long seed) {
        byte[] noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return Visit.newBuilder()
                .setNeeds(Base64.getEncoder().encodeToString(noise))
                .build();
    }
}
