package tsunagi.merge;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.ChangeWriter;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.MalformedBodyException;
import tsunagi.change.Reading;
import tsunagi.change.Stamp;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.ClockReading;

/** One record, what devices say about it, and the order in which it arrives: a test of merging reads like that story. */
final class MergeScenario implements History {
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();
    private static final UUID TEAM = named("team");

    private final Merge merge = new Merge(SCHEMAS);
    private final Map<UUID, PastChange> log = new HashMap<>();
    private final Set<UUID> parked = new HashSet<>();
    private final RecordKey key;
    private final int type;
    private RecordState state;
    private Outcome last;
    private long head;
    private long restoredHead;

    MergeScenario(int recordType) {
        this.type = recordType;
        this.key = new RecordKey(TEAM, recordType, named("record"));
        this.state = RecordState.absent(key);
    }

    static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Stamp stamp(String... changes) {
        return Stamp.of(Arrays.stream(changes).map(MergeScenario::named).toArray(UUID[]::new));
    }

    /** A change named for its author's device: "A1" is the first of device A. */
    Change says(String name, Message sets, UnaryOperator<ChangeWriter> and) {
        return says(name, Action.ACTION_EDIT, sets.toByteString(), and);
    }

    Change says(String name, Message sets) {
        return says(name, sets, writer -> writer);
    }

    Change says(String name, Action action, ByteString body, UnaryOperator<ChangeWriter> and) {
        ChangeWriter writer = ChangeWriter.change(named(name), key, action)
                .by(named("person of " + device(name)).toString(), ClockReading.getDefaultInstance())
                .sets(split(body));
        return read(and.apply(writer).write());
    }

    /** It arrives, made an hour later than the one before it. */
    Outcome arrives(Change change, String name) {
        head++;
        Authorship by = Authorship.newBuilder()
                .setPersonId(change.authorPersonId())
                .setCorrectedAtMs(head * 3_600_000)
                .build();
        Arrival arrival = new Arrival(change, origin(name), by, head);
        last = merge.apply(state, arrival, this);
        state = last.state();
        log.put(change.changeId(), new PastChange(head, arrival.origin(), change, by, last.results()));
        return last;
    }

    Outcome arrives(String name, Message sets, UnaryOperator<ChangeWriter> and) {
        return arrives(says(name, sets, and), name);
    }

    Outcome arrives(String name, Message sets) {
        return arrives(says(name, sets), name);
    }

    Outcome deletes(String name) {
        return arrives(says(name, Action.ACTION_DELETE, ByteString.EMPTY, this::sawEverything), name);
    }

    /** The author has the record before them as it stands now. */
    ChangeWriter sawEverything(ChangeWriter writer) {
        state.fields().keySet().forEach(path -> writer.saw(path, state.stampOf(path)));
        return writer;
    }

    /** The server is set back to before the newest changes. */
    void parks(String changeName) {
        parked.add(named(changeName));
    }

    void isSetBackTo(RecordState older, String... lost) {
        Arrays.stream(lost).forEach(name -> log.remove(named(name)));
        state = older;
        restoredHead = older.revision();
    }

    RecordState state() {
        return state;
    }

    List<String> candidates(int field) {
        List<String> values = new ArrayList<>();
        state.conflict(FieldPath.field(field))
                .ifPresent(conflict -> conflict.candidates().forEach(candidate -> values.add(text(candidate.value()))));
        return values;
    }

    <M extends Message> M record(M like) {
        try {
            @SuppressWarnings("unchecked")
            M record = (M) like.getParserForType().parseFrom(state.body());
            return record;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private String text(ByteString value) {
        try {
            DynamicMessage record = DynamicMessage.parseFrom(
                    SCHEMAS.find(type).orElseThrow(AssertionError::new).descriptor(), value);
            return record.getAllFields().values().stream().map(Object::toString).collect(Collectors.joining());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static Change read(tsunagi.sync.v1.Change wire) {
        Reading reading = new ChangeReader(SCHEMAS, ChangeLimits.STANDARD).read(TEAM, wire);
        if (reading instanceof Reading.Readable readable) {
            return readable.change();
        }
        throw new AssertionError(reading);
    }

    private FieldValues split(ByteString body) {
        Set<Integer> maps = new HashSet<>();
        SCHEMAS.find(type).ifPresent(schema -> schema.descriptor().getFields().stream()
                .filter(field -> field.isMapField())
                .forEach(field -> maps.add(field.getNumber())));
        try {
            return FieldValues.split(body, maps);
        } catch (MalformedBodyException e) {
            throw new AssertionError(e);
        }
    }

    private static Origin origin(String changeName) {
        return new Origin(named(device(changeName)), Long.parseLong(changeName.substring(1)));
    }

    private static String device(String changeName) {
        return changeName.substring(0, 1);
    }

    @Override
    public Optional<PastChange> find(UUID changeId) {
        return Optional.ofNullable(log.get(changeId));
    }

    @Override
    public boolean isUnheardOf(UUID changeId) {
        return !log.containsKey(changeId) && !parked.contains(changeId);
    }

    @Override
    public boolean standsAsRestored(long revision) {
        return revision <= restoredHead;
    }
}
