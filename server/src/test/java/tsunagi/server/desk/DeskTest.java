package tsunagi.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.server.intake.Erasure;
import tsunagi.server.intake.ErasureList;
import tsunagi.server.intake.GroupCommit;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Epochs;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.Verdict;

@StorageContract
class DeskTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final String CLERK = UUID.randomUUID().toString();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-26T05:00:00Z"), ZoneOffset.UTC);
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();
    private static final ChangeReader READER = new ChangeReader(SCHEMAS, ChangeLimits.STANDARD);

    private TestStorage storage;
    private final List<Database> opened = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open(TestStorage place) {
        storage = place;
        database = open("server");
        database.write(connection -> {
            new Teams().open(connection, TEAM, "sake brewery");
            new Members()
                    .put(
                            connection,
                            new Membership(
                                    TEAM,
                                    CLERK,
                                    Optional.of("city"),
                                    Role.ROLE_MEMBER,
                                    0,
                                    OptionalLong.empty(),
                                    OptionalLong.empty()));
            return null;
        });
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    @Test
    void write_ofSomethingNew_isLoggedUnderItsAuthorAndTheirBody() {
        RecordKey key = workplace();

        List<DeskWord> words = desk().write(TEAM, CLERK, List.of(named(absent(key), "山田酒造")));

        assertThat(words).singleElement().isInstanceOfSatisfying(DeskWord.Taken.class, taken -> assertThat(
                        taken.verdict().getOutcomeCase())
                .isEqualTo(Verdict.OutcomeCase.ACCEPTED));
        assertThat(nameOf(desk().show(key))).isEqualTo("山田酒造");
        List<String> attributed =
                database.read(connection -> Sql.of(connection, "SELECT author_person_id, body_id FROM change_log")
                        .list(row -> row.text("author_person_id") + row.text("body_id")));
        assertThat(attributed).containsExactly(CLERK + "city");
    }

    @Test
    void write_ofWhatIsThereAlready_writesNothing() {
        RecordKey key = workplace();
        Desk desk = desk();
        desk.write(TEAM, CLERK, List.of(named(absent(key), "山田酒造")));

        List<DeskWord> words = desk.write(TEAM, CLERK, List.of(named(desk.show(key), "山田酒造")));

        assertThat(words).isEqualTo(List.of(new DeskWord.Unchanged(key)));
        assertThat(ordinals(database)).containsExactly(1L);
    }

    @Test
    void write_onWhatSomebodyMovedMeanwhile_opensAConflictAndKeepsBoth() {
        RecordKey key = workplace();
        Desk desk = desk();
        desk.write(TEAM, CLERK, List.of(named(absent(key), "山田酒造")));
        RecordState seen = desk.show(key);
        desk.write(TEAM, CLERK, List.of(named(seen, "山田酒造株式会社")));

        desk.write(TEAM, anotherMember(), List.of(named(seen, "(株)山田酒造")));

        assertThat(desk.show(key).conflicts()).hasSize(1);
    }

    @Test
    void write_byNoMember_waitsForASupervisor() {
        String stranger = UUID.randomUUID().toString();
        RecordKey key = workplace();

        assertThat(desk().mayWrite(TEAM, stranger)).isFalse();
        assertThat(desk().mayWrite(TEAM, CLERK)).isTrue();
        List<DeskWord> words = desk().write(TEAM, stranger, List.of(named(absent(key), "山田酒造")));
        assertThat(words).singleElement().isInstanceOfSatisfying(DeskWord.Parked.class, parked -> assertThat(
                        parked.reason())
                .isEqualTo(ParkReason.PARK_REASON_NOT_A_MEMBER));
    }

    @Test
    void write_ofWhatCannotBeKept_isRefusedAndHoldsUpNothing() {
        RecordKey good = workplace();

        List<DeskWord> words =
                desk().write(TEAM, CLERK, List.of(named(absent(workplace()), "a\0b"), named(absent(good), "山田酒造")));

        assertThat(words.get(0)).isInstanceOf(DeskWord.Unfit.class);
        assertThat(words.get(1)).isInstanceOf(DeskWord.Taken.class);
        assertThat(ordinals(database)).containsExactly(1L);
    }

    @Test
    void write_atSeveralDesksAtOnce_leavesNoGapAndLosesNothing() {
        TeamIntake intake = intake(database);
        try (GroupCommit running = new GroupCommit(intake, GroupCommit.Limits.STANDARD.on(database.dialect()))) {
            Desk inTheServer = desk(database, running);
            Desk ofACommand = desk(open("server"));
            Desk ofAnother = desk(open("server"));
            ExecutorService threads = Executors.newFixedThreadPool(3);

            List<CompletableFuture<Void>> all = List.of(inTheServer, ofACommand, ofAnother).stream()
                    .map(desk -> CompletableFuture.runAsync(() -> writeWorkplaces(desk, 8), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
            threads.shutdown();
        }

        assertThat(ordinals(database))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3 * 8 * 5).boxed().toList());
    }

    @Test
    void write_afterARestore_goesOnInALaneOfItsOwn() {
        writeWorkplaces(desk(), 1);
        storage.copy("server", "backup");
        writeWorkplaces(desk(), 1);
        Database restored = open("backup");

        // As long as nobody noticed, and afterwards.
        writeWorkplaces(desk(restored), 1);
        Epochs epochs = new Epochs(CLOCK, UUID::randomUUID);
        restored.write(connection -> epochs.openNew(connection, epochs.current(connection), 0, "restored"));
        writeWorkplaces(desk(restored), 1);

        assertThat(ordinals(restored)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 1L, 2L, 3L, 4L, 5L);
    }

    private static void writeWorkplaces(Desk desk, int times) {
        for (int i = 0; i < times; i++) {
            List<DeskEdit> edits = IntStream.range(0, 5)
                    .mapToObj(n -> named(absent(workplace()), "事業場 " + n))
                    .toList();
            assertThat(desk.write(TEAM, CLERK, edits)).hasSize(5).allMatch(DeskWord.Taken.class::isInstance);
        }
    }

    private Desk desk() {
        return desk(database);
    }

    private Desk desk(Database on) {
        TeamIntake intake = intake(on);
        return new Desk(on, submission -> intake.take(List.of(submission)).get(0), READER, CLOCK, UUID::randomUUID);
    }

    private static Desk desk(Database on, GroupCommit running) {
        return new Desk(
                on,
                submission -> running.submit(submission).toCompletableFuture().join(),
                READER,
                CLOCK,
                UUID::randomUUID);
    }

    private static TeamIntake intake(Database on) {
        return new TeamIntake(on, SCHEMAS, READER, new NoErasures(), CLOCK);
    }

    private Database open(String name) {
        Database open = storage.open(name);
        opened.add(open);
        return open;
    }

    private String anotherMember() {
        String person = UUID.randomUUID().toString();
        database.write(connection -> {
            new Members()
                    .put(
                            connection,
                            new Membership(
                                    TEAM,
                                    person,
                                    Optional.empty(),
                                    Role.ROLE_MEMBER,
                                    0,
                                    OptionalLong.empty(),
                                    OptionalLong.empty()));
            return null;
        });
        return person;
    }

    /** The ordinals at the desk, in the order in which they were taken in. */
    private static List<Long> ordinals(Database on) {
        return on.read(connection -> Sql.of(connection, "SELECT ordinal FROM change_log ORDER BY revision")
                .list(row -> row.number("ordinal")));
    }

    private static RecordKey workplace() {
        return new RecordKey(TEAM, RecordType.RECORD_TYPE_WORKPLACE_VALUE, UUID.randomUUID());
    }

    private static RecordState absent(RecordKey key) {
        return RecordState.absent(key);
    }

    private static DeskEdit named(RecordState seen, String name) {
        return DeskEdit.of(seen, Workplace.newBuilder().setName(name).build());
    }

    private static String nameOf(RecordState state) {
        try {
            return Workplace.parseFrom(state.body()).getName();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** Nothing is erased here. */
    private static final class NoErasures implements ErasureList {
        @Override
        public void append(List<Erasure> erasures) {
            throw new AssertionError("nothing is erased here");
        }

        @Override
        public List<Erasure> all() {
            return List.of();
        }
    }
}
