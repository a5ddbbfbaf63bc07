package tsunagi.server.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.time.Clock;
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
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

class SettlingTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final RecordKey KEY = new RecordKey(TEAM, RecordType.RECORD_TYPE_WORKPLACE_VALUE, UUID.randomUUID());
    private static final String FIRST = UUID.randomUUID().toString();
    private static final String SECOND = UUID.randomUUID().toString();
    private static final String SUPERVISOR = UUID.randomUUID().toString();

    private Database database;
    private FileErasureList erasures;
    private Desk desk;
    private Settling settling;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = Database.open("jdbc:sqlite:" + directory.resolve("server.db"));
        erasures = FileErasureList.open(directory.resolve("erasures"));
        ChangeReader reader = new ChangeReader(RecordSchemas.standard(), ChangeLimits.STANDARD);
        TeamIntake intake = new TeamIntake(database, RecordSchemas.standard(), reader, erasures, Clock.systemUTC());
        desk = new Desk(
                database,
                submission -> intake.take(List.of(submission)).get(0),
                reader,
                Clock.systemUTC(),
                UUID::randomUUID);
        settling = new Settling(database, desk, UUID::randomUUID);
        database.write(connection -> {
            new Teams().open(connection, TEAM, "酒蔵");
            for (String person : List.of(FIRST, SECOND, SUPERVISOR)) {
                new Members()
                        .put(
                                connection,
                                new Membership(
                                        TEAM,
                                        person,
                                        Optional.of("body of " + person),
                                        Role.ROLE_SUPERVISOR,
                                        0,
                                        OptionalLong.empty(),
                                        OptionalLong.empty()));
            }
            return null;
        });
    }

    @AfterEach
    void close() {
        erasures.close();
        database.close();
    }

    @Test
    void takeBack_ofADecision_putsTheValueFromBeforeBack() {
        OpenConflict open = disagree();
        SettledTogether settled = settling.settle(
                TEAM, SUPERVISOR, List.of(open.settledWith(open.waiting().get(0).value())));
        assertThat(settled.settled()).isOne();
        assertThat(name()).isEqualTo("(株)山田酒造");

        TakenBack back = new TakingBack(database, desk)
                .takeBack(TEAM, SUPERVISOR, settled.save().orElseThrow());

        assertThat(back.back()).isOne();
        assertThat(name()).isEqualTo("山田酒造株式会社");
    }

    @Test
    void takeBack_ofWhatSomebodyWroteSince_leavesIt() {
        OpenConflict open = disagree();
        SettledTogether settled = settling.settle(
                TEAM, SUPERVISOR, List.of(open.settledWith(open.waiting().get(0).value())));
        write(desk.show(KEY), FIRST, "山田酒造（本店）");

        TakenBack back = new TakingBack(database, desk)
                .takeBack(TEAM, SUPERVISOR, settled.save().orElseThrow());

        assertThat(back.moved()).isOne();
        assertThat(name()).isEqualTo("山田酒造（本店）");
    }

    @Test
    void alike_takesWhatAPersonOrTheirBodyWrote_andTellsNothingOfOthers() {
        OpenConflict open = disagree();

        assertThat(new Alike.OfPerson(SECOND).valueFor(open))
                .contains(open.waiting().get(0).value());
        assertThat(new Alike.OfBody("body of " + FIRST).valueFor(open))
                .contains(open.standing().value());
        assertThat(new Alike.OfPerson(SUPERVISOR).valueFor(open)).isEmpty();
    }

    /** Two who did not know of each other name a workplace. */
    private OpenConflict disagree() {
        write(RecordState.absent(KEY), FIRST, "山田酒造");
        RecordState seen = desk.show(KEY);
        write(seen, FIRST, "山田酒造株式会社");
        write(seen, SECOND, "(株)山田酒造");
        return database.read(connection -> new Conflicts().of(connection, KEY)).get(0);
    }

    private void write(RecordState seen, String personId, String name) {
        desk.write(
                TEAM,
                personId,
                List.of(DeskEdit.of(seen, Workplace.newBuilder().setName(name).build())));
    }

    private String name() {
        try {
            return Workplace.parseFrom(desk.show(KEY).body()).getName();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
