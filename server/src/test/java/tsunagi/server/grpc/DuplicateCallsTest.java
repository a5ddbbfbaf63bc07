package tsunagi.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.duplicate.DuplicateFollowing;
import tsunagi.server.duplicate.Merging;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.intake.GroupCommit;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.KeepApartRequest;
import tsunagi.sync.v1.ListDuplicatesRequest;
import tsunagi.sync.v1.MergeDuplicatesReply;
import tsunagi.sync.v1.MergeDuplicatesRequest;
import tsunagi.sync.v1.PossibleDuplicate;
import tsunagi.sync.v1.Reviewer;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.SplitDuplicateRequest;

final class DuplicateCallsTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final String HORI = UUID.randomUUID().toString();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-04-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int WORKPLACE = RecordType.RECORD_TYPE_WORKPLACE_VALUE;
    private static final Reviewer BY =
            Reviewer.newBuilder().setTeamId(Ids.toBytes(TEAM)).setPersonId(HORI).build();

    @TempDir
    Path directory;

    private Database database;
    private FileErasureList erasures;
    private GroupCommit intake;
    private Desk desk;
    private DuplicateCalls calls;
    private RecordKey stays;
    private RecordKey goes;

    @BeforeEach
    void open() throws Exception {
        database = Database.open("jdbc:sqlite:" + directory.resolve("server.db"));
        erasures = FileErasureList.open(directory.resolve("erasures"));
        database.<Void>write(connection -> {
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
        RecordSchemas schemas = RecordSchemas.standard();
        ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
        intake = new GroupCommit(
                new TeamIntake(database, schemas, reader, erasures, CLOCK),
                GroupCommit.Limits.STANDARD.on(database.dialect()));
        desk = new Desk(
                database,
                submission -> intake.submit(submission).toCompletableFuture().join(),
                reader,
                CLOCK,
                UUID::randomUUID);
        calls = new DuplicateCalls(database, new Merging(database, desk), CLOCK, UUID::randomUUID);
        stays = write("髙田木工所", "0990-00-0001");
        goes = write("高田木工所", "0990-00-0002");
        follow();
    }

    @AfterEach
    void close() {
        intake.close();
        erasures.close();
        database.close();
    }

    @Test
    void list_showsPairsWithReasons_untilTheyAreKeptApart() {
        assertThat(listed()).singleElement().satisfies(found -> {
            assertThat(found.getReasonsList()).contains("same_name_written_differently", "other_phone");
            calls.keepApart(KeepApartRequest.newBuilder()
                    .setBy(BY)
                    .addPairs(found.getPair())
                    .build());
        });
        assertThat(listed()).isEmpty();
    }

    @Test
    void merge_asSeen_takesTheChosenValues_andSplitGivesBothBack() {
        assertThat(merge(desk.show(goes).revision()).hasMerged()).isTrue();
        assertThat(phone(stays)).contains("0990-00-0002");
        assertThat(desk.show(goes).life().successor()).contains(stays.id());

        assertThat(calls.split(SplitDuplicateRequest.newBuilder()
                                .setBy(BY)
                                .setRecordType(WORKPLACE)
                                .setRecordId(Ids.toBytes(goes.id()))
                                .build())
                        .hasSplit())
                .isTrue();
        assertThat(phone(stays)).contains("0990-00-0001");
        assertThat(desk.show(goes).life().isAlive()).isTrue();
    }

    @Test
    void merge_whenARecordMovedSince_doesNothing() {
        assertThat(merge(desk.show(goes).revision() - 1).hasMoved()).isTrue();
        assertThat(desk.show(goes).life().isAlive()).isTrue();
    }

    private MergeDuplicatesReply merge(long goesRevision) {
        return calls.merge(MergeDuplicatesRequest.newBuilder()
                .setBy(BY)
                .setRecordType(WORKPLACE)
                .setStaysId(Ids.toBytes(stays.id()))
                .setGoesId(Ids.toBytes(goes.id()))
                .setStaysRevision(desk.show(stays).revision())
                .setGoesRevision(goesRevision)
                .addFromAbsorbed(FieldPath.field(Workplace.PHONE_FIELD_NUMBER).toProto())
                .build());
    }

    private List<PossibleDuplicate> listed() {
        return calls.list(ListDuplicatesRequest.newBuilder().setBy(BY).build())
                .getPossible()
                .getPairsList();
    }

    private String phone(RecordKey key) {
        return desk.show(key).body().toStringUtf8();
    }

    private RecordKey write(String name, String phone) {
        RecordKey key = new RecordKey(TEAM, WORKPLACE, UUID.randomUUID());
        Workplace fields = Workplace.newBuilder().setName(name).setPhone(phone).build();
        desk.write(TEAM, HORI, List.of(DeskEdit.of(RecordState.absent(key), fields)));
        return key;
    }

    private void follow() {
        DuplicateFollowing following = new DuplicateFollowing(database);
        while (following.followSome()) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }
}
