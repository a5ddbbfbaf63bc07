package tsunagi.server.intake;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.ChangeWriter;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.MalformedBodyException;
import tsunagi.change.Stamp;
import tsunagi.merge.RecordState;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Options;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.storage.Work;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ClockReading;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.Verdict;

/**
 * A server with one team of two, and the tablets that hand changes in: a test of the intake reads like that story.
 * Whatever has a name gets its id from the name.
 */
final class IntakeScenario implements AutoCloseable {
    static final UUID TEAM = named("team");
    static final String NURSE = named("nurse").toString();
    static final String SUPERVISOR = named("supervisor").toString();
    static final Instant NOW = Instant.parse("2026-07-26T05:00:00Z");

    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();

    final Teams teams = new Teams();
    final Members members = new Members();
    final Lanes lanes = new Lanes();
    final MemoryErasureList erasures = new MemoryErasureList();
    private final TestStorage storage;
    private final RecordRows records = new RecordRows();
    private final ChangeReader reader = new ChangeReader(SCHEMAS, ChangeLimits.STANDARD);
    private Database database;

    IntakeScenario(TestStorage storage) {
        this.storage = storage;
        open("server");
        write(connection -> {
            teams.open(connection, TEAM, "sake brewery");
            members.put(connection, membership(NURSE, Role.ROLE_MEMBER, 0, OptionalLong.empty()));
            members.put(connection, membership(SUPERVISOR, Role.ROLE_SUPERVISOR, 0, OptionalLong.empty()));
            return null;
        });
    }

    /** Starts the server on another database, such as an older copy. */
    void open(String name) {
        if (database != null) {
            database.close();
        }
        database = storage.open(name);
    }

    void copyTo(String name) {
        storage.copy("server", name);
    }

    /** From now on the database has a fault that lies in this change. */
    void refusesToLog(UUID changeId) {
        storage.refuseToLog(database, changeId);
    }

    @Override
    public void close() {
        database.close();
    }

    static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Stamp stamp(String... changes) {
        return Stamp.of(Arrays.stream(changes).map(IntakeScenario::named).toArray(UUID[]::new));
    }

    static Membership membership(String personId, Role role, long fromMs, OptionalLong untilMs) {
        return new Membership(TEAM, personId, Optional.of("city"), role, fromMs, untilMs, OptionalLong.empty());
    }

    /** The record of this name whose body is like this one. */
    static RecordKey key(String record, Message like) {
        return new RecordKey(
                TEAM, like.getDescriptorForType().getOptions().getExtension(Options.recordType), named(record));
    }

    /** The derived record with this natural key. */
    static RecordKey derivedKey(Message body) {
        int type = body.getDescriptorForType().getOptions().getExtension(Options.recordType);
        RecordSchema schema = SCHEMAS.find(type).orElseThrow();
        List<String> parts = schema.naturalKey().stream()
                .map(field -> body.getField(field).toString())
                .toList();
        return new RecordKey(TEAM, type, DerivedId.of(TEAM, type, parts));
    }

    TeamIntake intake() {
        return new TeamIntake(database, SCHEMAS, reader, erasures, clock());
    }

    ParkedChanges parkedChanges() {
        return new ParkedChanges(database, SCHEMAS, reader, erasures);
    }

    Database database() {
        return database;
    }

    static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    <T> T read(Work<T> work) {
        return database.read(work);
    }

    <T> T write(Work<T> work) {
        return database.write(work);
    }

    Team team() {
        return read(connection -> teams.find(connection, TEAM).orElseThrow());
    }

    /** The record as it stands. */
    RecordState record(RecordKey key) {
        return read(connection -> records.find(connection, key))
                .map(StoredRecord::toState)
                .orElse(RecordState.absent(key));
    }

    <M extends Message> M body(RecordKey key, M like) {
        try {
            @SuppressWarnings("unchecked")
            M body = (M) like.getParserForType().parseFrom(record(key).body());
            return body;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    List<ParkedChange> waiting() {
        return read(connection -> parkedChanges().waiting(connection, TEAM));
    }

    /** An edit by the nurse, made now. */
    static Change edit(String name, RecordKey key, Message sets) {
        return edit(name, key, sets, change -> change);
    }

    static Change edit(String name, RecordKey key, Message sets, UnaryOperator<ChangeWriter> and) {
        return change(name, key, Action.ACTION_EDIT, change -> and.apply(change.sets(values(sets))));
    }

    static Change change(String name, RecordKey key, Action action, UnaryOperator<ChangeWriter> and) {
        ChangeWriter writer = ChangeWriter.change(named(name), key, action).by(NURSE, wallClock(NOW));
        return and.apply(writer).write();
    }

    /** What only a supervisor may do. */
    static Change decision(String name, RecordKey key, Action action) {
        return change(name, key, action, change -> change.by(SUPERVISOR, wallClock(NOW)));
    }

    static Change absorption(String name, RecordKey key, RecordKey into) {
        return change(name, key, Action.ACTION_ABSORB, change -> change.by(SUPERVISOR, wallClock(NOW))
                .into(into.id()));
    }

    static ClockReading wallClock(Instant at) {
        return ClockReading.newBuilder().setWallMs(at.toEpochMilli()).build();
    }

    static UnaryOperator<ChangeWriter> saw(int field, String... changes) {
        return change -> change.saw(FieldPath.field(field), stamp(changes));
    }

    private static FieldValues values(Message sets) {
        Set<Integer> maps = sets.getDescriptorForType().getFields().stream()
                .filter(FieldDescriptor::isMapField)
                .map(FieldDescriptor::getNumber)
                .collect(Collectors.toSet());
        try {
            return FieldValues.split(sets.toByteString(), maps);
        } catch (MalformedBodyException e) {
            throw new AssertionError(e);
        }
    }

    /** A tablet of the team whose clock is right. */
    Tablet tablet(String name) {
        write(connection -> {
            teams.grant(connection, TEAM, named(name));
            return null;
        });
        return new Tablet(named(name));
    }

    /** A tablet that nobody let into the team. */
    Tablet strangeTablet(String name) {
        return new Tablet(named(name));
    }

    /** One tablet and its lane. */
    final class Tablet {
        final UUID id;
        private long lastOrdinal;

        Tablet(UUID id) {
            this.id = id;
        }

        /** Hands these in after what it handed in before. */
        List<Verdict> hands(Change... changes) {
            IntakeResult result = handsAt(lastOrdinal + 1, changes);
            lastOrdinal += changes.length;
            return ((Judged) result).changes().stream().map(Judged.One::verdict).toList();
        }

        Verdict hand(Change change) {
            return hands(change).get(0);
        }

        IntakeResult handsAt(long firstOrdinal, Change... changes) {
            return intake().take(List.of(submission(firstOrdinal, changes))).get(0);
        }

        Submission submission(long firstOrdinal, Change... changes) {
            return submission(TEAM, firstOrdinal, changes);
        }

        Submission submission(UUID teamId, long firstOrdinal, Change... changes) {
            return new Submission(teamId, id, id, rightClock(), firstOrdinal, List.of(changes));
        }

        List<Verdict> isToldOf(Long... ordinals) {
            return read(connection -> lanes.currentVerdicts(connection, TEAM, id, List.of(ordinals)));
        }
    }

    static ClockOffset rightClock() {
        return new ClockOffset(NOW.toEpochMilli(), wallClock(NOW));
    }

    /** An erasure list that outlives the server. */
    static final class MemoryErasureList implements ErasureList {
        private final List<Erasure> erasures = new ArrayList<>();

        @Override
        public void append(List<Erasure> more) {
            erasures.addAll(more);
        }

        @Override
        public List<Erasure> all() {
            return List.copyOf(erasures);
        }
    }

    /** Bytes that no message begins with. */
    static ByteString noMessage() {
        return ByteString.copyFromUtf8("\u0007\u0007");
    }
}
