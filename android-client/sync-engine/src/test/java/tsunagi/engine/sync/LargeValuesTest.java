package tsunagi.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.sync.Heard.accepted;
import static tsunagi.engine.sync.Heard.message;
import static tsunagi.engine.sync.Heard.position;
import static tsunagi.engine.sync.Heard.states;
import static tsunagi.engine.sync.Heard.upToDate;
import static tsunagi.engine.sync.Heard.verdicts;
import static tsunagi.engine.sync.Heard.welcome;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.visit;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.change.ContentHash;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ChangePiece;
import tsunagi.sync.v1.PiecedState;
import tsunagi.sync.v1.PiecesHeld;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.StatePiece;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.VerdictBatch;
import tsunagi.sync.v1.Welcome;

/** What is too large for one message, as the tablet sends and takes it. */
class LargeValuesTest {
    private static final int PIECE_BYTES = 1024;

    @TempDir
    Path directory;

    private TabletFixture fixture;
    private Tablet tablet;
    private TestLine line;
    private TabletExchange exchange;

    @BeforeEach
    void open() {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void push_ofALargeChange_cutsItAndTheOthersGoBesideIt() throws Exception {
        save("small", "before");
        SavedChange large = save("large", text(6000));
        save("small", "after");

        begin(welcomed().build());

        assertThat(line.batches()).hasSize(2);
        assertThat(line.batches()).allMatch(batch -> batch.getChangesCount() == 1);
        assertThat(pieces()).allMatch(piece -> piece.getContent().size() <= PIECE_BYTES);
        assertThat(pieces()).allMatch(piece -> piece.getOrdinal() == 2);
        assertThat(changeIn(pieces())).isEqualTo(large.wire());
        assertThat(line.pushedAll()).isEqualTo(1);
    }

    @Test
    void push_whenTheServerTakesNoPieces_sendsTheChangeWhole() {
        SavedChange large = save("large", text(6000));

        begin(message(welcome("first").addLanes(position(tablet.device().id(), 0))));

        assertThat(line.batches().get(0).getChanges(0)).isEqualTo(large.wire());
    }

    @Test
    void push_whenTheServerHoldsSomeOfIt_goesOnBehindThat() throws Exception {
        SavedChange large = save("large", text(6000));
        begin(welcomed().build());
        List<ChangePiece> all = pieces();

        begin(welcomed(held(all.get(0), 2500)));

        assertThat(pieces().get(0).getOffsetBytes()).isEqualTo(2500);
        List<ChangePiece> together = new ArrayList<>(pieces());
        together.add(
                0,
                all.get(0).toBuilder()
                        .setContent(packed(all).substring(0, 2500))
                        .build());
        assertThat(changeIn(together)).isEqualTo(large.wire());
    }

    @Test
    void push_whenTheServerHoldsAllOfItButDidNotJudge_saysThatThisIsAll() {
        save("large", text(6000));
        begin(welcomed().build());
        ChangePiece any = pieces().get(0);

        begin(welcomed(held(any, any.getTotalBytes())));

        assertThat(pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.getContent()).isEmpty();
            assertThat(piece.getOffsetBytes()).isEqualTo(any.getTotalBytes());
        });
    }

    @Test
    void push_whenTheServerHoldsAnotherChange_beginsAtTheBeginning() {
        save("large", text(6000));
        begin(welcomed().build());
        ChangePiece other = pieces().get(0).toBuilder()
                .setContentSha256(ByteString.copyFrom(new byte[32]))
                .build();

        begin(welcomed(held(other, 2500)));

        assertThat(pieces().get(0).getOffsetBytes()).isZero();
    }

    @Test
    void push_whenAPieceIsRefused_goesOnWhereTheServerIs() throws Exception {
        SavedChange large = save("large", text(6000));
        begin(welcomed().build());
        List<ChangePiece> all = pieces();
        line.said.clear();

        exchange.onMessage(message(
                held(all.get(0), 2 * PIECE_BYTES).toBuilder().setRefused(true).build()));

        assertThat(pieces().get(0).getOffsetBytes()).isEqualTo(2L * PIECE_BYTES);
        List<ChangePiece> together = new ArrayList<>(all.subList(0, 2));
        together.addAll(pieces());
        assertThat(changeIn(together)).isEqualTo(large.wire());
        assertThat(exchange.hasGained()).isFalse();
    }

    @Test
    void push_whenTheServerLetsGoAgainAndAgain_givesUpForNow() {
        save("large", text(6000));
        begin(welcomed().build());
        PiecesHeld none = held(pieces().get(0), 0).toBuilder().setRefused(true).build();

        for (int i = 0; i < 4; i++) {
            assertThat(exchange.end()).isEmpty();
            exchange.onMessage(message(none));
        }

        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.Broken.class);
        assertThat(tablet.status().tally().waiting()).isEqualTo(1);
    }

    @Test
    void push_whenTheLineIsFull_waitsBetweenPieces() {
        save("large", text(6000));
        begin();
        line.isReady = false;
        exchange.onMessage(welcomed().build());
        assertThat(pieces()).isEmpty();

        line.isReady = true;
        line.readyFor = line.said.size() + 2;
        exchange.proceed();

        assertThat(pieces()).hasSize(2);
        assertThat(line.pushedAll()).isZero();
    }

    @Test
    void pieces_thatTheServerKept_areAGain() {
        save("large", text(6000));
        begin(welcomed().build());
        assertThat(exchange.hasGained()).isFalse();

        exchange.onMessage(message(held(pieces().get(0), PIECE_BYTES)));

        assertThat(exchange.hasGained()).as("trying again at once gets further").isTrue();
    }

    @Test
    void unheardVerdict_ofThisVeryChange_sparesSendingIt() {
        SavedChange large = save("large", text(6000));

        begin(welcomedWithVerdictOn(ContentHash.of(large.wire()).sha256()), upToDate());

        assertThat(pieces()).isEmpty();
        assertThat(tablet.saved().get(0).standing()).isEqualTo(Standing.TAKEN);
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
    }

    @Test
    void unheardVerdict_ofAnotherChangeAtThisOrdinal_isNotForUs() {
        save("large", text(6000));

        begin(welcomedWithVerdictOn(ByteString.copyFrom(new byte[32])));

        assertThat(tablet.saved().get(0).standing()).isEqualTo(Standing.WAITING);
        assertThat(pieces()).isNotEmpty();
    }

    @Test
    void statePieces_overTwoLines_makeOneState() {
        RecordState large = States.live("large", 7, text(6000));
        List<ServerMessage> pieces = cut(large);
        begin(welcomed().build());
        pieces.subList(0, 3).forEach(exchange::onMessage);
        assertThat(exchange.hasGained()).isTrue();
        exchange.onLineBroken("cut");

        reopen();
        begin();
        assertThat(line.hello().getTeams(0).getPiecesList()).singleElement().satisfies(held -> {
            assertThat(held.getHeldBytes()).isEqualTo(3 * PIECE_BYTES);
            assertThat(held.getRecordId()).isEqualTo(large.getRecordId());
        });
        exchange.onMessage(welcomed().build());
        pieces.subList(3, pieces.size()).forEach(exchange::onMessage);
        exchange.onMessage(naming(large));

        assertThat(tablet.replica().find(visit("large")).get().state().toProto())
                .isEqualTo(large);
        assertThat(tablet.teams().find(TEAM).get().checkpoint().toStringUtf8()).isEqualTo("first:7");
        begin();
        assertThat(line.hello().getTeams(0).getPiecesList()).isEmpty();
    }

    @Test
    void statePieces_whenTheRecordMoved_beginAnew() {
        begin(welcomed().build());
        cut(States.live("large", 7, text(6000))).subList(0, 3).forEach(exchange::onMessage);
        RecordState moved = States.live("large", 9, text(5000));

        cut(moved).forEach(exchange::onMessage);
        exchange.onMessage(naming(moved));

        assertThat(tablet.replica().find(visit("large")).get().state().toProto())
                .isEqualTo(moved);
    }

    @Test
    void statePieces_thatAreNotWhatTheBatchNames_areFetchedAnew() {
        RecordState large = States.live("large", 7, text(6000));
        begin(welcomed().build());
        cut(large).subList(1, 2).forEach(exchange::onMessage);
        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.StartAgain.class);

        begin(welcomed().build());
        cut(large).subList(0, 2).forEach(exchange::onMessage);
        exchange.onMessage(naming(large));
        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.StartAgain.class);

        begin();
        assertThat(line.hello().getTeams(0).getPiecesList()).isEmpty();
        assertThat(tablet.replica().find(visit("large"))).isEmpty();
        assertThat(tablet.teams().find(TEAM).get().checkpoint()).isEmpty();
    }

    @Test
    void statePieces_ofATeamThatIsNoLongerOurs_go() {
        begin(welcomed().build());
        cut(States.live("large", 7, text(6000))).subList(0, 3).forEach(exchange::onMessage);

        tablet.teams().grant(Collections.emptyList());

        assertThat(tablet.stateParcels().held(TEAM)).isEmpty();
    }

    @Test
    void states_thatNameNoPieces_letGoOfThem() {
        begin(welcomed().build());
        cut(States.live("large", 7, text(6000))).subList(0, 3).forEach(exchange::onMessage);

        exchange.onMessage(states("first:9", States.live("other", 9, "x")));

        assertThat(tablet.stateParcels().held(TEAM)).isEmpty();
    }

    private void begin(ServerMessage... heard) {
        line = new TestLine();
        exchange = new TabletExchange(tablet, "test", line);
        exchange.begin();
        for (ServerMessage message : heard) {
            exchange.onMessage(message);
        }
    }

    private void reopen() {
        tablet = fixture.open("a");
    }

    private SavedChange save(String name, String needs) {
        Visit sets = Visit.newBuilder().setNeeds(needs).build();
        return tablet.save(tablet.edit(visit(name)).set(sets), NURSE).get(0);
    }

    private ServerMessage.Builder welcomed() {
        return ServerMessage.newBuilder().setWelcome(welcomeWithPieces());
    }

    private ServerMessage welcomed(PiecesHeld held) {
        return message(welcomeWithPieces().addPieces(held));
    }

    private ServerMessage welcomedWithVerdictOn(ByteString contentHash) {
        VerdictBatch.Builder words = verdicts(tablet.device().id(), accepted(1, 1, 0)).getVerdicts().toBuilder();
        words.getVerdictsBuilder(0).setContentHash(contentHash);
        return message(welcomeWithPieces().addUnheard(words));
    }

    private Welcome.Builder welcomeWithPieces() {
        Welcome.Builder welcome = welcome("first")
                .setCodec(Parcel.DEFLATE)
                .addLanes(position(tablet.device().id(), 0));
        welcome.getLimitsBuilder().setPieceBytes(PIECE_BYTES);
        return welcome;
    }

    private static ServerMessage message(PiecesHeld held) {
        return ServerMessage.newBuilder().setPiecesHeld(held).build();
    }

    private static ServerMessage message(Welcome.Builder welcome) {
        return Heard.message(welcome);
    }

    private static PiecesHeld held(ChangePiece piece, long bytes) {
        return PiecesHeld.newBuilder()
                .setTeamId(piece.getTeamId())
                .setOriginDeviceId(piece.getOriginDeviceId())
                .setOrdinal(piece.getOrdinal())
                .setContentSha256(piece.getContentSha256())
                .setHeldBytes(bytes)
                .build();
    }

    private List<ChangePiece> pieces() {
        return line.said.stream()
                .filter(TabletMessage::hasPiece)
                .map(TabletMessage::getPiece)
                .collect(Collectors.toList());
    }

    private static ByteString packed(List<ChangePiece> pieces) {
        return pieces.stream().map(ChangePiece::getContent).reduce(ByteString.EMPTY, ByteString::concat);
    }

    private static Change changeIn(List<ChangePiece> pieces) throws Exception {
        ChangePiece first = pieces.get(0);
        return Change.parseFrom(
                new Parcel(packed(pieces), first.getCodec(), first.getContentSha256()).unpacked(1_000_000));
    }

    private static List<ServerMessage> cut(RecordState state) {
        Parcel parcel = Parcel.of(state.toByteString(), true);
        List<ServerMessage> pieces = new ArrayList<>();
        for (int at = 0; at < parcel.content().size(); at += PIECE_BYTES) {
            pieces.add(ServerMessage.newBuilder()
                    .setStatePiece(StatePiece.newBuilder()
                            .setTeamId(Ids.toBytes(TEAM))
                            .setRecordType(state.getRecordType())
                            .setRecordId(state.getRecordId())
                            .setContentSha256(parcel.sha256())
                            .setCodec(parcel.codec())
                            .setOffsetBytes(at)
                            .setTotalBytes(parcel.content().size())
                            .setContent(parcel.piece(at, PIECE_BYTES)))
                    .build());
        }
        return pieces;
    }

    private static ServerMessage naming(RecordState state) {
        ServerMessage.Builder batch = states("first:" + state.getRevision()).toBuilder();
        batch.getStatesBuilder()
                .addPieced(PiecedState.newBuilder()
                        .setRecordType(state.getRecordType())
                        .setRecordId(state.getRecordId())
                        .setContentSha256(Parcel.of(state.toByteString(), true).sha256()));
        return batch.build();
    }

    /** A text of some length that does not pack into nothing. */
    private static String text(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }
}
