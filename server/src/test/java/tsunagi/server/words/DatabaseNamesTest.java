package tsunagi.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.FieldPath;
import tsunagi.record.DerivedId;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Theme;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Members;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.Tombstone;

/** Names as the database has them. */
@StorageContract
class DatabaseNamesTest {
    private static final UUID TEAM = new UUID(1, 1);
    private static final UUID OTHER_TEAM = new UUID(1, 2);
    private static final Workplace BREWERY = Workplace.newBuilder()
            .setName("丸山酒造")
            .putDepartments("b", Department.newBuilder().setName("醸造").build())
            .build();

    private final RecordRows rows = new RecordRows();
    private Database database;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void person_whenThereIsOne_isNamed() {
        database.<Void>write(connection -> {
            new Members().putPerson(connection, "nurse", "佐藤 恵");
            new Members().putBody(connection, "city", "海辺市");
            return null;
        });

        assertThat(asked(names -> names.person("nurse"))).contains("佐藤 恵");
        assertThat(asked(names -> names.body("city"))).contains("海辺市");
        assertThat(asked(names -> names.person("city"))).isEmpty();
        assertThat(asked(names -> names.body("nobody"))).isEmpty();
    }

    @Test
    void record_whenItsTitleNamesOthers_looksThemUpToo() {
        put("course", Course.newBuilder().setTitle("腰痛予防講座").build());
        put(
                "lecture",
                Workshop.newBuilder()
                        .setHeldOn("2024-07-26")
                        .setCourseId(id("course"))
                        .build());
        put("worker", Participant.newBuilder().setName("山田 太郎").build());
        put(
                "came",
                Attendance.newBuilder()
                        .setWorkshopId(id("lecture"))
                        .setParticipantId(id("worker"))
                        .build());

        assertThat(title(key("came", Attendance.getDefaultInstance()))).contains("山田 太郎（2024年7月26日 腰痛予防講座）");
        assertThat(titles(key("lecture", Workshop.getDefaultInstance())))
                .containsEntry(key("lecture", Workshop.getDefaultInstance()), new Title("2024年7月26日 腰痛予防講座", "予定"));
    }

    @Test
    void record_whenItWasAbsorbed_isCalledAsItsSuccessor() {
        put("brewery", BREWERY);
        absorbed("double", "triple");
        absorbed("triple", "brewery");

        assertThat(title(key("double", BREWERY))).contains("丸山酒造");
        assertThat(asked(names -> names.department(key("double", BREWERY), "b")))
                .contains("醸造");
    }

    @Test
    void record_whenAbsorptionsGoRoundInACircle_ends() {
        absorbed("double", "triple");
        absorbed("triple", "double");

        assertThat(title(key("double", BREWERY))).isPresent();
    }

    @Test
    void record_whenItEnded_saysHow() {
        ended("deleted", EndReason.END_REASON_DELETED, BREWERY);
        ended("withdrawn", EndReason.END_REASON_WITHDRAWN, Workplace.getDefaultInstance());

        assertThat(title(key("deleted", BREWERY))).contains("丸山酒造（削除済み）");
        assertThat(title(key("withdrawn", BREWERY))).contains("（名称なし）（撤回済み）");
    }

    @Test
    void record_whenThereIsNone_isEmpty() {
        put("brewery", BREWERY);

        assertThat(title(key("other", BREWERY))).isEmpty();
        assertThat(title(new RecordKey(OTHER_TEAM, 1, named("brewery")))).isEmpty();
        assertThat(titles(key("other", BREWERY))).isEmpty();
    }

    @Test
    void record_whenRecordsNameEachOther_ends() {
        put(
                "egg",
                Review.newBuilder()
                        .setAboutType(RecordType.RECORD_TYPE_REVIEW)
                        .setAboutId(id("hen"))
                        .build());
        put(
                "hen",
                Review.newBuilder()
                        .setAboutType(RecordType.RECORD_TYPE_REVIEW)
                        .setAboutId(id("egg"))
                        .build());

        assertThat(title(key("egg", Review.getDefaultInstance()))).contains("確認：確認：確認不明");
    }

    @Test
    void department_whenARecordNamesTheWorkplace_isFoundByIt() {
        put("brewery", BREWERY);
        put("visit", Visit.newBuilder().setWorkplaceId(id("brewery")).build());
        put(
                "seen",
                Observation.newBuilder()
                        .setVisitId(id("visit"))
                        .setDepartmentKey("b")
                        .setTask("運搬")
                        .build());

        assertThat(title(key("seen", Observation.getDefaultInstance()))).contains("運搬（醸造）");
        assertThat(asked(names -> names.department(key("visit", Visit.getDefaultInstance()), "none")))
                .isEmpty();
    }

    @Test
    void theme_whenTheTeamWordsItItself_isSaidSo() {
        put(
                DerivedId.of(TEAM, RecordType.RECORD_TYPE_THEME_VALUE, List.of("snow")),
                Theme.newBuilder().setKey("snow").setLabel("雪かき").build());

        assertThat(asked(names -> names.theme("snow"))).contains("雪かき");
        assertThat(asked(names -> names.theme("low_back"))).isEmpty();
    }

    @Test
    void allFor_whenManyRecordsNameMany_asksForAllTogether() {
        int many = 450;
        for (int i = 0; i < many; i++) {
            put("place " + i, Workplace.newBuilder().setName("事業場" + i).build());
        }
        database.<Void>write(connection -> {
            for (int i = 0; i < many; i++) {
                new Members().putPerson(connection, "p" + i, "職員" + i);
            }
            return null;
        });
        List<ShownRecord> visits = IntStream.range(0, many)
                .mapToObj(i -> ShownRecord.of(
                        key("visit " + i, Visit.getDefaultInstance()),
                        Visit.newBuilder()
                                .setWorkplaceId(id("place " + i))
                                .putMembers("p" + i, StaffMember.getDefaultInstance())
                                .build()))
                .toList();
        AtomicInteger asked = new AtomicInteger();

        List<Title> titles = names(names -> names.allFor(known -> {
            asked.incrementAndGet();
            return visits.stream()
                    .map(visit -> new RecordTitle(Language.JAPANESE, known).of(visit))
                    .toList();
        }));

        assertThat(titles).hasSize(many).contains(new Title("（日付なし）訪問（事業場449）", "予定 ・ 職員449"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void allFor_whenValuesAreSaid_namesWhatTheyHold() {
        put("brewery", BREWERY);
        Visit visit = Visit.newBuilder().setWorkplaceId(id("brewery")).build();
        ShownRecord shown = ShownRecord.of(key("visit", visit), visit);

        String value = names(names -> names.allFor(known -> new ValueText(Language.JAPANESE, known)
                .value(shown, FieldPath.field(Visit.WORKPLACE_ID_FIELD_NUMBER), visit.toByteString())));

        assertThat(value).isEqualTo("丸山酒造");
    }

    private <T> T names(Function<DatabaseNames, T> asked) {
        return database.read(connection -> asked.apply(new DatabaseNames(connection, TEAM, Language.JAPANESE)));
    }

    private Optional<String> asked(Function<DatabaseNames, Optional<String>> asked) {
        return names(asked);
    }

    private Map<RecordKey, Title> titles(RecordKey... keys) {
        return names(names -> names.titles(List.of(keys)));
    }

    private Optional<String> title(RecordKey key) {
        Optional<String> alone = asked(names -> names.record(key));
        Map<RecordKey, Title> together = titles(key);
        assertThat(Optional.ofNullable(together.get(key)).map(Title::line)).isEqualTo(alone);
        return alone;
    }

    private void put(String name, Message body) {
        put(named(name), body);
    }

    private void put(UUID id, Message body) {
        keep(new StoredRecord(new RecordKey(TEAM, typeOf(body), id), 1, Optional.empty(), contents(body)));
    }

    private void ended(String name, EndReason reason, Message body) {
        Tombstone tombstone = Tombstone.newBuilder().setReason(reason).build();
        keep(new StoredRecord(key(name, body), 1, Optional.of(tombstone.toByteString()), contents(body)));
    }

    private void absorbed(String name, String successor) {
        Tombstone tombstone = Tombstone.newBuilder()
                .setReason(EndReason.END_REASON_ABSORBED)
                .setSuccessorId(Ids.toBytes(named(successor)))
                .build();
        keep(new StoredRecord(
                key(name, BREWERY),
                1,
                Optional.of(tombstone.toByteString()),
                contents(Workplace.getDefaultInstance())));
    }

    private void keep(StoredRecord record) {
        database.<Void>write(connection -> {
            rows.put(connection, List.of(record));
            return null;
        });
    }

    private static ByteString contents(Message body) {
        return LiveRecord.newBuilder().setBody(body.toByteString()).build().toByteString();
    }

    private static RecordKey key(String name, Message body) {
        return new RecordKey(TEAM, typeOf(body), named(name));
    }

    private static int typeOf(Message body) {
        return body.getDescriptorForType().getOptions().getExtension(Options.recordType);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String id(String name) {
        return named(name).toString();
    }
}
