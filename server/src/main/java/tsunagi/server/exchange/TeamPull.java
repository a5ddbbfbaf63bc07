package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.Moved;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.BaselineBegin;
import tsunagi.sync.v1.BaselineEnd;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.StatePiece;

/** What one tablet is still to be sent of one team: from its checkpoint on, a page at a time. */
final class TeamPull {
    /** A thin line that keeps breaking carries a page of this size each time; every page brings a checkpoint. */
    static final int PAGE_BYTES_AT_FIRST = 4 * 1024;

    private static final int PAGE_BYTES_MAX = 1024 * 1024;

    /**
     * Where it begins.
     *
     * @param revision the tablet holds the team up to here
     * @param readAtHead the team's head when the last of that was read
     * @param pieces what it holds of large states beyond
     */
    record Start(UUID teamId, long revision, long readAtHead, Account account, StatePieces.Begun pieces) {}

    /** Whether the tablet gets what moved, or everything. */
    enum Account {
        /** What moved after its checkpoint. */
        CHANGES,
        /** Everything: what is not mentioned goes. */
        BASELINE,
        /** The rest of everything: an earlier stream broke in the middle. */
        RESUMED_BASELINE
    }

    private final UUID deviceId;
    private final UUID epochId;
    private final UUID teamId;
    private final RecordPages pages;
    private final StatePieces pieces;
    private final CheckpointSeal seal;
    private final Clock clock;
    private final OwnEchoes echoes = new OwnEchoes();

    private Account account;
    private boolean isBegun;
    private int pageBytes = PAGE_BYTES_AT_FIRST;
    private long cursor;
    private long readAtHead;
    /** What is sent once the pieces it names are on their way. */
    private Optional<StateBatch.Builder> batch = Optional.empty();
    /** The records of that batch. */
    private final Set<RecordKey> inBatch = new HashSet<>();

    private volatile boolean mayHaveMore = true;

    TeamPull(
            UUID deviceId,
            UUID epochId,
            Start start,
            RecordPages pages,
            StatePieces pieces,
            CheckpointSeal seal,
            Clock clock) {
        this.deviceId = deviceId;
        this.epochId = epochId;
        this.teamId = start.teamId();
        this.account = start.account();
        this.cursor = start.revision();
        this.readAtHead = start.readAtHead();
        this.pages = pages;
        this.pieces = pieces;
        this.seal = seal;
        this.clock = clock;
    }

    UUID teamId() {
        return teamId;
    }

    /** The team may have moved: the next time there is room, look. Any thread may say so. */
    void lookAgain() {
        mayHaveMore = true;
    }

    /** Notes what a change of this tablet's own moved, once its verdict went out. */
    void note(Moved moved) {
        // In a baseline everything has to be mentioned, what the tablet made itself too. And a batch that waits for its
        // pieces will set its records back to what they were when it was read.
        if (account == Account.CHANGES && !(batch.isPresent() && inBatch.contains(moved.key()))) {
            echoes.note(moved, cursor, readAtHead);
        }
    }

    /** True while a batch waits for pieces that go before it: another team has to wait, so that one page is in memory. */
    boolean isInPieces() {
        return batch.isPresent();
    }

    /** The next message for the tablet; empty when it has everything for now. */
    Optional<ServerMessage> next() {
        if (batch.isPresent()) {
            return Optional.of(pieceOrBatch(batch.get()));
        }
        if (account != Account.CHANGES && !isBegun) {
            isBegun = true;
            return Optional.of(baselineBegin());
        }
        if (!mayHaveMore) {
            return Optional.empty();
        }
        // Set before the page is read, so that a move meanwhile is not forgotten.
        mayHaveMore = false;
        Optional<RecordPages.Page> page = pages.after(deviceId, teamId, cursor, pageBytes, echoes::passes);
        if (page.isPresent() && page.get().upTo() < page.get().head()) {
            mayHaveMore = true;
        }
        return page.flatMap(this::message);
    }

    private Optional<ServerMessage> message(RecordPages.Page page) {
        readAtHead = page.head();
        if (account != Account.CHANGES && page.records().isEmpty()) {
            account = Account.CHANGES;
            cursor = page.upTo();
            return Optional.of(baselineEnd(page));
        }
        if (page.upTo() == cursor) {
            return Optional.empty();
        }
        cursor = page.upTo();
        pageBytes = Math.min(2 * pageBytes, PAGE_BYTES_MAX);
        // A baseline ends with a page that holds nothing.
        if (account != Account.CHANGES) {
            mayHaveMore = true;
        }
        return Optional.of(pieceOrBatch(states(page)));
    }

    private StateBatch.Builder states(RecordPages.Page page) {
        StateBatch.Builder states =
                StateBatch.newBuilder().setTeamId(Ids.toBytes(teamId)).setCheckpoint(checkpoint(page));
        inBatch.clear();
        for (StoredRecord record : page.records()) {
            inBatch.add(record.key());
            if (!pieces.takeIfLarge(record)) {
                states.addStates(record.toProto());
            }
        }
        return states;
    }

    private ServerMessage pieceOrBatch(StateBatch.Builder states) {
        Optional<StatePiece> piece = pieces.next();
        if (piece.isPresent()) {
            batch = Optional.of(states);
            return ServerMessage.newBuilder().setStatePiece(piece.get()).build();
        }
        batch = Optional.empty();
        return ServerMessage.newBuilder()
                .setStates(states.addAllPieced(pieces.finish()))
                .build();
    }

    private ServerMessage baselineBegin() {
        return ServerMessage.newBuilder()
                .setBaselineBegin(BaselineBegin.newBuilder()
                        .setTeamId(Ids.toBytes(teamId))
                        .setResumed(account == Account.RESUMED_BASELINE))
                .build();
    }

    private ServerMessage baselineEnd(RecordPages.Page page) {
        return ServerMessage.newBuilder()
                .setBaselineEnd(
                        BaselineEnd.newBuilder().setTeamId(Ids.toBytes(teamId)).setCheckpoint(checkpoint(page)))
                .build();
    }

    private ByteString checkpoint(RecordPages.Page page) {
        return seal.seal(new Checkpoint(
                epochId,
                teamId,
                page.upTo(),
                page.head(),
                clock.millis(),
                Checkpoint.WHOLE_TEAM,
                page.mark(),
                account != Account.CHANGES));
    }
}
