package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.ChangeWriter;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.MalformedBodyException;
import tsunagi.change.Reading;
import tsunagi.merge.RecordState;
import tsunagi.piece.DamagedParcelException;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Options;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.ClockReading;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.LaneClaim;
import tsunagi.sync.v1.LanePosition;
import tsunagi.sync.v1.PiecedState;
import tsunagi.sync.v1.PushedAll;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.StatePiece;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.TeamClaim;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.VerdictBatch;
import tsunagi.sync.v1.Welcome;

/** The least a tablet is: one team, one lane in it, a replica, and what it was told. Everything is in memory. */
public final class TestTablet {
    private static final long BATCH_BYTES = 512 * 1024;
    private static final int STATE_BYTES_MAX = 8 * 1024 * 1024;

    private final UUID teamId;
    private final String personId;
    private long nowMs;
    private final ChangeReader reader = new ChangeReader(RecordSchemas.standard(), ChangeLimits.STANDARD);

    public UUID deviceId;
    final List<Change> saved = new ArrayList<>();
    public final Map<Long, Verdict> verdicts = new TreeMap<>();
    public final Map<RecordKey, RecordState> replica = new HashMap<>();
    Optional<ByteString> checkpoint = Optional.empty();
    Optional<ByteString> epochId = Optional.empty();
    Optional<Welcome> welcome = Optional.empty();
    private final Set<RecordKey> mentioned = new HashSet<>();
    private final Map<ByteString, List<StatePiece>> pieces = new HashMap<>();
    private boolean isInBaseline;
    private boolean isUpToDate;

    public TestTablet(UUID deviceId, UUID teamId, String personId, long nowMs) {
        this.deviceId = deviceId;
        this.teamId = teamId;
        this.personId = personId;
        this.nowMs = nowMs;
    }

    void clockMovesBy(Duration step) {
        nowMs += step.toMillis();
    }

    public static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Saves an edit of the record of this name, which begins from what the replica shows. */
    public RecordKey saves(String record, Message sets) {
        int type = sets.getDescriptorForType().getOptions().getExtension(Options.recordType);
        RecordKey key = new RecordKey(teamId, type, named(record));
        RecordState shown = shown(key);
        ChangeWriter writer = ChangeWriter.change(UUID.randomUUID(), key, Action.ACTION_EDIT)
                .by(personId, ClockReading.newBuilder().setWallMs(nowMs).build())
                .sets(values(sets));
        values(sets).paths().forEach(path -> writer.saw(path, shown.stampOf(path)));
        saved.add(writer.write());
        return key;
    }

    /** The record with this tablet's own unjudged changes over it. */
    private RecordState shown(RecordKey key) {
        RecordState shown = replica.getOrDefault(key, RecordState.absent(key));
        for (int i = verdicts.size(); i < saved.size(); i++) {
            tsunagi.change.Change change = read(saved.get(i));
            if (change.key().equals(key)) {
                shown = shown.with(change);
            }
        }
        return shown;
    }

    String value(RecordKey key, int field) {
        return replica.get(key)
                .field(FieldPath.field(field))
                .map(value -> value.value().substring(2).toStringUtf8())
                .orElse("");
    }

    Hello.Builder helloBuilder() {
        Hello.Builder hello = Hello.newBuilder()
                .setDeviceId(Ids.toBytes(deviceId))
                .setProtocolVersion(1)
                .setAppVersion("test")
                .setClock(ClockReading.newBuilder().setWallMs(nowMs))
                .addLanes(laneClaim());
        TeamClaim.Builder team = TeamClaim.newBuilder().setTeamId(Ids.toBytes(teamId));
        checkpoint.ifPresent(team::setCheckpoint);
        epochId.ifPresent(hello::setEpochId);
        return hello.addTeams(team);
    }

    public TabletMessage hello() {
        isUpToDate = false;
        return TabletMessage.newBuilder().setHello(helloBuilder()).build();
    }

    LaneClaim.Builder laneClaim() {
        LaneClaim.Builder lane = LaneClaim.newBuilder()
                .setTeamId(Ids.toBytes(teamId))
                .setOriginDeviceId(Ids.toBytes(deviceId))
                .setLastOrdinal(saved.size())
                .setJudgedOrdinal(verdicts.size());
        if (!saved.isEmpty()) {
            lane.setLastChangeId(changeId(saved.size()));
        }
        if (!verdicts.isEmpty()) {
            lane.setJudgedChangeId(changeId(verdicts.size()));
        }
        verdicts.values().stream().filter(Verdict::hasParked).forEach(v -> lane.addParkedOrdinals(v.getOrdinal()));
        return lane;
    }

    private ByteString changeId(int ordinal) {
        return Ids.toBytes(read(saved.get(ordinal - 1)).changeId());
    }

    /** The changes from one ordinal to another, both included. */
    public TabletMessage batch(int first, int last) {
        return TabletMessage.newBuilder()
                .setChanges(ChangeBatch.newBuilder()
                        .setTeamId(Ids.toBytes(teamId))
                        .setOriginDeviceId(Ids.toBytes(deviceId))
                        .setFirstOrdinal(first)
                        .addAllChanges(saved.subList(first - 1, last)))
                .build();
    }

    public TabletMessage pushedAll() {
        return TabletMessage.newBuilder()
                .setPushedAll(PushedAll.getDefaultInstance())
                .build();
    }

    /** What this tablet has to push once it was welcomed, the end of it included. */
    public List<TabletMessage> push() {
        List<TabletMessage> messages = new ArrayList<>();
        long held = welcome.orElseThrow().getLanesList().stream()
                .filter(lane -> lane.getOriginDeviceId().equals(Ids.toBytes(deviceId)))
                .mapToLong(LanePosition::getLastOrdinal)
                .findFirst()
                .orElse(0);
        // What the server holds is handed in again while its verdict is missing: a repeat gets the same word.
        int first = (int) Math.min(held, verdicts.size()) + 1;
        int last = first - 1;
        long bytes = 0;
        for (int ordinal = first; ordinal <= saved.size(); ordinal++) {
            bytes += saved.get(ordinal - 1).getSerializedSize();
            if (bytes > BATCH_BYTES) {
                messages.add(batch(last + 1, ordinal));
                last = ordinal;
                bytes = 0;
            }
        }
        if (last < saved.size()) {
            messages.add(batch(last + 1, saved.size()));
        }
        messages.add(pushedAll());
        return messages;
    }

    public boolean isUpToDate() {
        return isUpToDate;
    }

    public void hears(ServerMessage message) {
        switch (message.getMessageCase()) {
            case WELCOME -> {
                welcome = Optional.of(message.getWelcome());
                epochId = Optional.of(message.getWelcome().getEpochId());
            }
            case VERDICTS -> hearsVerdicts(message.getVerdicts());
            case BASELINE_BEGIN -> {
                isInBaseline = true;
                if (!message.getBaselineBegin().getResumed()) {
                    mentioned.clear();
                }
            }
            case STATES -> hearsStates(message.getStates());
            case BASELINE_END -> {
                isInBaseline = false;
                replica.keySet().retainAll(mentioned);
                checkpoint = Optional.of(message.getBaselineEnd().getCheckpoint());
            }
            case UP_TO_DATE -> isUpToDate = true;
            case STATE_PIECE ->
                pieces.computeIfAbsent(message.getStatePiece().getContentSha256(), hash -> new ArrayList<>())
                        .add(message.getStatePiece());
            case PIECES_HELD -> {
                // The test that sends pieces looks at it.
            }
            default -> throw new AssertionError("unexpected: " + message);
        }
    }

    private void hearsVerdicts(VerdictBatch batch) {
        for (Verdict verdict : batch.getVerdictsList()) {
            verdicts.put(verdict.getOrdinal(), verdict);
            tsunagi.change.Reading reading = reader.read(teamId, saved.get((int) verdict.getOrdinal() - 1));
            if (verdict.hasAccepted() && reading instanceof Reading.Readable readable) {
                RecordKey key = readable.change().key();
                RecordState before = replica.getOrDefault(key, RecordState.absent(key));
                if (before.revision() == verdict.getAccepted().getPreviousRevision()) {
                    long revision = verdict.getAccepted().getRevision();
                    replica.put(key, before.with(readable.change()).withRevision(revision));
                }
            }
        }
    }

    private void hearsStates(StateBatch batch) {
        Stream.concat(
                        batch.getStatesList().stream(),
                        batch.getPiecedList().stream().map(this::together))
                .forEach(state -> {
                    RecordState record = RecordState.fromProto(teamId, state);
                    replica.put(record.key(), record);
                    mentioned.add(record.key());
                });
        checkpoint = Optional.of(batch.getCheckpoint());
    }

    private tsunagi.sync.v1.RecordState together(PiecedState name) {
        return together(pieces.remove(name.getContentSha256()));
    }

    /** A state from all its pieces. */
    static tsunagi.sync.v1.RecordState together(List<StatePiece> pieces) {
        ByteString content = ByteString.EMPTY;
        for (StatePiece piece : pieces) {
            if (piece.getOffsetBytes() != content.size()) {
                throw new AssertionError("a piece at " + piece.getOffsetBytes() + " instead of " + content.size());
            }
            content = content.concat(piece.getContent());
        }
        StatePiece first = pieces.get(0);
        try {
            return tsunagi.sync.v1.RecordState.parseFrom(
                    new Parcel(content, first.getCodec(), first.getContentSha256()).unpacked(STATE_BYTES_MAX));
        } catch (DamagedParcelException | InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    boolean isInBaseline() {
        return isInBaseline;
    }

    private tsunagi.change.Change read(Change wire) {
        return ((Reading.Readable) reader.read(teamId, wire)).change();
    }

    private static FieldValues values(Message sets) {
        try {
            return FieldValues.split(sets.toByteString(), Set.of());
        } catch (MalformedBodyException e) {
            throw new AssertionError(e);
        }
    }
}
