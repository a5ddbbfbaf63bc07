package tsunagi.server.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.duplicate.Merging.Outcome;
import tsunagi.server.duplicate.Merging.Wish;
import tsunagi.server.intake.Erasure;
import tsunagi.server.intake.ErasureList;
import tsunagi.server.intake.GroupCommit;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

@StorageContract
class DuplicateFollowingTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final String HORI = UUID.randomUUID().toString();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-04-01T00:00:00Z"), ZoneOffset.UTC);
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();
    private static final FieldPath PHONE = FieldPath.field(Workplace.PHONE_FIELD_NUMBER);

    private Database database;
    private GroupCommit intake;
    private Desk desk;
    private Merging merging;
    private DuplicateFollowing following;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
        database.write(connection -> {
            new Teams().open(connection, TEAM, "灯浜市");
            new Members()
                    .put(
                            connection,
                            new Membership(
                                    TEAM,
                                    HORI,
                                    Optional.of("city"),
                                    Role.ROLE_SUPERVISOR,
                                    0,
                                    OptionalLong.empty(),
                                    OptionalLong.empty()));
            return null;
        });
        ChangeReader reader = new ChangeReader(SCHEMAS, ChangeLimits.STANDARD);
        intake = new GroupCommit(
                new TeamIntake(database, SCHEMAS, reader, new NothingErased(), CLOCK),
                GroupCommit.Limits.STANDARD.on(database.dialect()));
        desk = new Desk(
                database,
                submission -> intake.submit(submission).toCompletableFuture().join(),
                reader,
                CLOCK,
                UUID::randomUUID);
        merging = new Merging(database, desk);
        following = new DuplicateFollowing(database);
    }

    @AfterEach
    void close() {
        intake.close();
        database.close();
    }

    @Test
    void follow_whenOnePlaceIsRecordedTwice_proposesThePairWithReasons() {
        UUID one = write(Workplace.newBuilder().setName("株式会社髙橋製作所").setPhone("0990-00-0001"));
        UUID two = write(Workplace.newBuilder().setName("(株)高橋製作所").setPhone("0990000001"));
        write(Workplace.newBuilder().setName("大槻建設"));
        follow();

        assertThat(candidates()).singleElement().satisfies(found -> {
            assertThat(Set.of(found.pair().first(), found.pair().second())).containsExactlyInAnyOrder(one, two);
            assertThat(found.likeness().reasons())
                    .containsExactly(Reason.SAME_NAME_WRITTEN_DIFFERENTLY, Reason.SAME_PHONE);
        });
    }

    @Test
    void follow_whenARecordIsCorrected_forgetsThePair() {
        write(Workplace.newBuilder().setName("高橋製作所"));
        UUID two = write(Workplace.newBuilder().setName("高橋製作所"));
        follow();
        assertThat(candidates()).hasSize(1);

        edit(two, Workplace.newBuilder().setName("大槻建設"));
        follow();

        assertThat(candidates()).isEmpty();
    }

    @Test
    void keep_whenARecordMovesAfterwards_staysKept_andTakenBackIsProposedAgain() {
        UUID one = write(Workplace.newBuilder().setName("中央薬局"));
        UUID two = write(Workplace.newBuilder().setName("中央薬局"));
        follow();
        UUID act = UUID.randomUUID();
        database.<Void>write(connection -> {
            new KeptApart().keep(connection, List.of(pair(one, two)), act, HORI, CLOCK.millis());
            return null;
        });
        assertThat(candidates()).isEmpty();

        edit(two, Workplace.newBuilder().setPhone("0990-00-0002"));
        follow();
        assertThat(candidates()).isEmpty();

        assertThat(database.<Integer>write(connection -> new KeptApart().takeBack(connection, TEAM, act)))
                .isEqualTo(1);
        assertThat(candidates()).hasSize(1);
    }

    @Test
    void merge_whenWorkplacesBecomeOne_offersTheirVisitsOfOneDay() {
        UUID one = write(Workplace.newBuilder().setName("高橋製作所"));
        UUID two = write(Workplace.newBuilder().setName("高橋製作所"));
        write(Visit.newBuilder().setWorkplaceId(one.toString()).setVisitOn("2024-09-12"));
        write(Visit.newBuilder().setWorkplaceId(two.toString()).setVisitOn("2024-09-12"));
        follow();
        assertThat(types()).containsExactly(RecordType.RECORD_TYPE_WORKPLACE_VALUE);

        assertThat(merge(pair(one, two), Set.of())).isInstanceOf(Outcome.Done.class);
        assertThat(types()).as("what was merged is off the list at once").isEmpty();
        follow();
        assertThat(types()).containsExactly(RecordType.RECORD_TYPE_VISIT_VALUE);

        RecordKey absorbed = pair(one, two).secondKey();
        assertThat(merging.split(HORI, absorbed)).isInstanceOf(Outcome.Done.class);
        follow();
        assertThat(types()).containsExactly(RecordType.RECORD_TYPE_WORKPLACE_VALUE);
    }

    @Test
    void merge_whenTheOthersValueIsChosen_setsItAndASplitPutsItBack() {
        UUID one = write(Workplace.newBuilder().setName("高橋製作所").setPhone("0990-00-0001"));
        UUID two = write(
                Workplace.newBuilder().setName("高橋製作所").setPhone("0990-00-0002").setBusiness("部品の加工"));
        DuplicatePair pair = pair(one, two);
        String before = phone(pair.firstKey());
        String chosen = phone(pair.secondKey());

        assertThat(merge(pair, Set.of())).isEqualTo(new Outcome.Done(pair.firstKey()));
        assertThat(phone(pair.firstKey())).isEqualTo(chosen);
        assertThat(desk.show(pair.firstKey()).field(FieldPath.field(Workplace.BUSINESS_FIELD_NUMBER)))
                .isPresent();
        assertThat(desk.show(pair.secondKey()).life().successor()).contains(pair.first());

        assertThat(merging.split(HORI, pair.secondKey())).isInstanceOf(Outcome.Done.class);
        assertThat(phone(pair.firstKey())).isEqualTo(before);
        assertThat(phone(pair.secondKey())).isEqualTo(chosen);
        assertThat(desk.show(pair.secondKey()).life()).isEqualTo(new Life.Alive());
    }

    @Test
    void merge_whenSomebodyWroteMeanwhile_asksToLookAgain() {
        DuplicatePair pair = pair(
                write(Workplace.newBuilder().setName("高橋製作所")),
                write(Workplace.newBuilder().setName("高橋製作所")));
        Wish wish = new Wish(merging.show(pair), true, Set.of());
        edit(pair.second(), Workplace.newBuilder().setPhone("0990-00-0002"));

        assertThat(merging.merge(HORI, wish)).isEqualTo(new Outcome.Moved());
        assertThat(desk.show(pair.secondKey()).life().isAlive()).isTrue();
    }

    @Test
    void merged_listsWhatPeopleSaid_untilItIsSplit() {
        DuplicatePair pair = pair(
                write(Workplace.newBuilder().setName("高橋製作所")),
                write(Workplace.newBuilder().setName("高橋製作所")));
        merge(pair, Set.of());
        assertThat(merged()).singleElement().satisfies(each -> {
            assertThat(each.record()).isEqualTo(pair.secondKey());
            assertThat(each.personId()).isEqualTo(HORI);
        });

        merging.split(HORI, pair.secondKey());

        assertThat(merged()).isEmpty();
    }

    private List<MergedRecords.Merged> merged() {
        return database.read(connection -> new MergedRecords().list(connection, TEAM, Long.MAX_VALUE, 10));
    }

    private Outcome merge(DuplicatePair pair, Set<FieldPath> fromFirst) {
        return merging.merge(HORI, new Wish(merging.show(pair), true, fromFirst));
    }

    private String phone(RecordKey key) {
        return desk.show(key).field(PHONE).orElseThrow().value().toStringUtf8();
    }

    private static DuplicatePair pair(UUID one, UUID other) {
        return new DuplicatePair(TEAM, RecordType.RECORD_TYPE_WORKPLACE_VALUE, one, other);
    }

    private UUID write(Message.Builder record) {
        UUID id = UUID.randomUUID();
        Message fields = record.build();
        int type = fields.getDescriptorForType().getOptions().getExtension(Options.recordType);
        taken(DeskEdit.of(RecordState.absent(new RecordKey(TEAM, type, id)), fields));
        return id;
    }

    private void edit(UUID id, Workplace.Builder fields) {
        RecordKey key = new RecordKey(TEAM, RecordType.RECORD_TYPE_WORKPLACE_VALUE, id);
        taken(DeskEdit.of(desk.show(key), fields.build()));
    }

    private void taken(DeskEdit edit) {
        assertThat(desk.write(TEAM, HORI, List.of(edit))).allMatch(DeskWord.Taken.class::isInstance);
    }

    private void follow() {
        while (following.followSome()) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private List<DuplicateCandidate> candidates() {
        return database.read(connection -> new DuplicateCandidates()
                .list(connection, new DuplicateCandidates.Wanted(TEAM, Optional.empty()), Optional.empty(), 50));
    }

    private List<Integer> types() {
        return candidates().stream().map(found -> found.pair().type()).collect(Collectors.toList());
    }

    /** Nothing was ever erased. */
    private static final class NothingErased implements ErasureList {
        @Override
        public void append(List<Erasure> erasures) {
            throw new IllegalStateException("nothing is erased here");
        }

        @Override
        public List<Erasure> all() {
            return List.of();
        }
    }
}
