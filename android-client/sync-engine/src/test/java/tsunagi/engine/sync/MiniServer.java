package tsunagi.engine.sync;

import static tsunagi.engine.tablet.TabletFixture.TEAM;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.Reading;
import tsunagi.engine.outbox.Lane;
import tsunagi.merge.Arrival;
import tsunagi.merge.History;
import tsunagi.merge.Merge;
import tsunagi.merge.Origin;
import tsunagi.merge.Outcome;
import tsunagi.merge.PastChange;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.Merged;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.TeamClaim;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.Welcome;

/** A server in memory, of one team and one thread: as much of the rules as it takes to see a tablet through. */
final class MiniServer implements History {
    private final RecordSchemas schemas = RecordSchemas.standard();
    private final ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
    private final Merge merge = new Merge(schemas);
    private final Map<RecordKey, RecordState> records = new HashMap<>();
    private final Map<UUID, PastChange> log = new HashMap<>();
    private final Map<UUID, Verdict> verdicts = new HashMap<>();
    private final Map<Lane, List<UUID>> lanes = new HashMap<>();
    private String epoch = "first";
    private long head;
    private long restoredHead;

    /** Another server with the same past: a backup. */
    MiniServer backup() {
        MiniServer backup = new MiniServer();
        backup.records.putAll(records);
        backup.log.putAll(log);
        backup.verdicts.putAll(verdicts);
        lanes.forEach((lane, ids) -> backup.lanes.put(lane, new ArrayList<>(ids)));
        backup.epoch = epoch + "'";
        backup.head = head;
        backup.restoredHead = head;
        return backup;
    }

    /** All records, as tablets see them. */
    Map<RecordKey, tsunagi.sync.v1.RecordState> records() {
        return records.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toProto()));
    }

    Set<UUID> changesTaken() {
        return log.keySet();
    }

    Stream connect() {
        return new Stream();
    }

    /** One stream; what it says is taken from its queue. */
    final class Stream {
        final Deque<ServerMessage> says = new ArrayDeque<>();
        private final Map<RecordKey, Long> noEcho = new HashMap<>();
        private boolean isBaseline;
        private long cursor;

        void hears(TabletMessage message) {
            switch (message.getMessageCase()) {
                case HELLO -> onHello(message.getHello());
                case CHANGES -> onChanges(message.getChanges());
                case PUSHED_ALL -> {
                    sendStates();
                    says.add(Heard.upToDate());
                }
                case PIECE, PACKED, STATE_OFFER, MESSAGE_NOT_SET -> throw new AssertionError(message);
            }
        }

        private void onHello(Hello hello) {
            Welcome.Builder welcome = Heard.welcome(epoch);
            hello.getLanesList().forEach(claim -> {
                UUID origin = Ids.fromBytes(claim.getOriginDeviceId());
                welcome.addLanes(Heard.position(origin, lane(origin).size()));
            });
            says.add(Heard.message(welcome));
            Optional<Long> claimed = hello.getTeamsList().stream()
                    .map(TeamClaim::getCheckpoint)
                    .filter(checkpoint -> checkpoint.toStringUtf8().startsWith(epoch + ":"))
                    .map(checkpoint -> Long.parseLong(checkpoint.toStringUtf8().substring(epoch.length() + 1)))
                    .findFirst();
            isBaseline = !claimed.isPresent();
            cursor = claimed.orElse(0L);
            if (isBaseline) {
                says.add(Heard.baselineBegin(false));
            }
            sendStates();
            if (isBaseline) {
                isBaseline = false;
                says.add(Heard.baselineEnd(epoch + ":" + cursor));
            }
        }

        private void sendStates() {
            List<RecordState> moved = records.values().stream()
                    .filter(state -> state.revision() > cursor)
                    .filter(state -> !Long.valueOf(state.revision()).equals(noEcho.get(state.key())))
                    .sorted(Comparator.comparingLong(RecordState::revision))
                    .collect(Collectors.toList());
            // One at a time, so that there is more than one place to cut.
            for (RecordState state : moved) {
                says.add(Heard.states(epoch + ":" + state.revision(), state.toProto()));
            }
            if (head > cursor) {
                says.add(Heard.states(epoch + ":" + head));
            }
            cursor = head;
        }

        private void onChanges(ChangeBatch batch) {
            UUID origin = Ids.fromBytes(batch.getOriginDeviceId());
            if (batch.getFirstOrdinal() > lane(origin).size() + 1) {
                says.add(Heard.resend(origin, lane(origin).size() + 1L));
                return;
            }
            long ordinal = batch.getFirstOrdinal();
            for (tsunagi.sync.v1.Change wire : batch.getChangesList()) {
                Change change = ((Reading.Readable) reader.read(TEAM, wire)).change();
                take(origin, ordinal, change);
                says.add(Heard.verdicts(
                        origin,
                        verdicts.get(change.changeId()).toBuilder()
                                .setOrdinal(ordinal)
                                .build()));
                ordinal++;
            }
        }

        private void take(UUID origin, long ordinal, Change change) {
            if (ordinal > lane(origin).size()) {
                lane(origin).add(change.changeId());
            } else if (!lane(origin).get((int) ordinal - 1).equals(change.changeId())) {
                throw new AssertionError("another change at an ordinal that was used");
            }
            if (log.containsKey(change.changeId())) {
                return;
            }
            RecordState before = records.getOrDefault(change.key(), RecordState.absent(change.key()));
            Authorship by = Authorship.newBuilder()
                    .setPersonId(change.authorPersonId())
                    .setCorrectedAtMs(change.madeAt().getWallMs())
                    .build();
            head++;
            Outcome outcome =
                    merge.apply(before, new Arrival(change, new Origin(origin, ordinal), by, head), MiniServer.this);
            records.put(change.key(), outcome.state());
            log.put(
                    change.changeId(),
                    new PastChange(head, new Origin(origin, ordinal), change, by, new TreeMap<>(outcome.results())));
            verdicts.put(change.changeId(), verdict(outcome, before.revision()));
            boolean isHeld = before.revision() <= cursor
                    || Long.valueOf(before.revision()).equals(noEcho.get(change.key()));
            if (outcome.asSent() && isHeld) {
                noEcho.put(change.key(), head);
            }
        }

        private Verdict verdict(Outcome outcome, long previousRevision) {
            if (outcome.asSent()) {
                return Verdict.newBuilder()
                        .setAccepted(Accepted.newBuilder().setRevision(head).setPreviousRevision(previousRevision))
                        .build();
            }
            return Verdict.newBuilder()
                    .setMerged(Merged.newBuilder().setRevision(head))
                    .build();
        }
    }

    private List<UUID> lane(UUID origin) {
        return lanes.computeIfAbsent(new Lane(TEAM, origin), lane -> new ArrayList<>());
    }

    /** True when no ordinal of any lane holds a change twice. */
    boolean hasNothingTwice() {
        List<UUID> all = lanes.values().stream().flatMap(List::stream).collect(Collectors.toList());
        return new HashSet<>(all).size() == all.size();
    }

    @Override
    public Optional<PastChange> find(UUID changeId) {
        return Optional.ofNullable(log.get(changeId));
    }

    @Override
    public boolean isUnheardOf(UUID changeId) {
        return !log.containsKey(changeId);
    }

    @Override
    public boolean standsAsRestored(long revision) {
        return revision <= restoredHead;
    }
}
