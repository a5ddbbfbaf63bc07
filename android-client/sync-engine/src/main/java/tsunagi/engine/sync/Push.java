package tsunagi.engine.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.outbox.Lanes;
import tsunagi.engine.outbox.Outbox;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.record.Ids;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.PiecesHeld;
import tsunagi.sync.v1.PushedAll;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.Welcome;

/**
 * What one exchange sends: the waiting changes of all lanes in order, a few batches ahead of their verdicts, the large
 * ones in pieces.
 */
final class Push {
    /** Batches grow while each is answered so soon; on a slower line a large one would be lost whole when it breaks. */
    private static final long ANSWER_SOON_MS = 1000;

    private record Sent(Lane lane, long lastOrdinal, long sentAtMs) {}

    private record Batch(Lane lane, List<SavedChange> changes) {
        ChangeBatch toProto() {
            return ChangeBatch.newBuilder()
                    .setTeamId(Ids.toBytes(lane.teamId()))
                    .setOriginDeviceId(Ids.toBytes(lane.originDeviceId()))
                    .setFirstOrdinal(changes.get(0).ordinal())
                    .addAllChanges(changes.stream().map(SavedChange::wire).collect(Collectors.toList()))
                    .build();
        }
    }

    private final Outbox outbox;
    private final Lanes lanes;
    private final Line line;
    private final TabletClock clock;
    private final BatchSize size;
    private final InFlight mayBeInFlight;
    private final OutgoingParcels parcels = new OutgoingParcels();
    private final Map<Lane, Long> nextOrdinals = new HashMap<>();
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private boolean hasSaidAll;

    /** @param isAfterABreak whether the line before this one broke, so that little may be lost when this one does */
    Push(Outbox outbox, Lanes lanes, Line line, TabletClock clock, boolean isAfterABreak) {
        this.size = isAfterABreak ? BatchSize.afterABreak() : BatchSize.atFirst();
        this.mayBeInFlight = isAfterABreak ? InFlight.afterABreak() : InFlight.atBest();
        this.outbox = outbox;
        this.lanes = lanes;
        this.line = line;
        this.clock = clock;
    }

    void keepTo(Welcome welcome) {
        size.keepTo(welcome.getLimits());
        parcels.keepTo(welcome);
    }

    /** Sends while the line takes more; says so when everything was sent. */
    void proceed() {
        boolean hasMore = true;
        while (hasMore && line.isReady() && (parcels.isUnderway() || inFlight.size() < mayBeInFlight.batches())) {
            if (parcels.isUnderway()) {
                parcels.send(line);
            } else {
                Optional<Batch> next = next();
                next.ifPresent(this::send);
                hasMore = next.isPresent();
            }
        }
        if (!hasMore && !hasSaidAll) {
            hasSaidAll = true;
            line.send(TabletMessage.newBuilder()
                    .setPushedAll(PushedAll.getDefaultInstance())
                    .build());
        }
    }

    /** True when something waits that was not sent on this line. */
    boolean hasMore() {
        return parcels.isUnderway() || next().isPresent();
    }

    private Optional<Batch> next() {
        for (Lane lane : lanes.all()) {
            List<SavedChange> changes = lanes.waiting(
                    outbox,
                    lane,
                    nextOrdinals.getOrDefault(lane, 1L),
                    new Lanes.Bounds(size.changeBytes(), parcels.wholeChangeBytes(), size.changes()));
            if (!changes.isEmpty()) {
                return Optional.of(new Batch(lane, changes));
            }
        }
        return Optional.empty();
    }

    private void send(Batch batch) {
        long last = batch.changes().get(batch.changes().size() - 1).ordinal();
        nextOrdinals.put(batch.lane(), last + 1);
        inFlight.add(new Sent(batch.lane(), last, nowMs()));
        hasSaidAll = false;
        SavedChange first = batch.changes().get(0);
        if (first.bytes() > parcels.wholeChangeBytes()) {
            parcels.begin(first);
            parcels.send(line);
        } else {
            line.send(TabletMessage.newBuilder().setChanges(batch.toProto()).build());
        }
    }

    /** The server says how much it holds of a change in pieces; false when it does not keep what it is sent. */
    boolean hear(PiecesHeld held) {
        OutgoingParcels.Next next = parcels.hear(held);
        if (next == OutgoingParcels.Next.AGAIN) {
            beginAt(OutgoingParcels.laneOf(held), held.getOrdinal());
        }
        return next != OutgoingParcels.Next.GIVE_UP;
    }

    /** The server's words on a lane came, up to this ordinal. */
    void acknowledge(Lane lane, long ordinal) {
        boolean isSoon = false;
        for (Iterator<Sent> all = inFlight.iterator(); all.hasNext(); ) {
            Sent sent = all.next();
            if (sent.lane().equals(lane) && sent.lastOrdinal() <= ordinal) {
                isSoon = nowMs() - sent.sentAtMs() <= ANSWER_SOON_MS;
                all.remove();
            }
        }
        if (isSoon) {
            size.grow();
            mayBeInFlight.grow();
        }
    }

    private long nowMs() {
        return clock.read().getMonotonicMs();
    }

    /**
     * The server lacks what comes before a batch it got.
     *
     * @return false when this tablet does not have it either
     */
    boolean sendAgain(Lane lane, long fromOrdinal) {
        lanes.takeBackAfter(lane, fromOrdinal - 1);
        beginAt(lane, fromOrdinal);
        return outbox.at(lane, fromOrdinal)
                .filter(change -> change.wire().hasHeader())
                .isPresent();
    }

    private void beginAt(Lane lane, long ordinal) {
        nextOrdinals.put(lane, ordinal);
        parcels.drop(lane);
        inFlight.removeIf(sent -> sent.lane().equals(lane) && sent.lastOrdinal() >= ordinal);
    }

    /** True when nothing that was sent waits for a word of the server. */
    boolean isAcknowledged() {
        return inFlight.isEmpty();
    }
}
