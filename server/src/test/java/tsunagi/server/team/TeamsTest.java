package tsunagi.server.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Member;
import tsunagi.sync.v1.Role;

/** Teams, the devices that may hold them, and who belongs to them when. */
@StorageContract
class TeamsTest {
    private static final UUID TEAM = new UUID(1, 1);
    private static final UUID OTHER_TEAM = new UUID(1, 2);
    private static final UUID DEVICE = new UUID(2, 1);
    private static final String NURSE = "nurse";

    private final Teams teams = new Teams();
    private final Members members = new Members();
    private Database database;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @FunctionalInterface
    private interface Step {
        void on(Connection connection) throws SQLException;
    }

    private void write(Step step) {
        database.write(connection -> {
            step.on(connection);
            return null;
        });
    }

    @Test
    void open_whenTabletsHadNamedIt_keepsItsLog() {
        write(connection -> {
            teams.noteUnknown(connection, TEAM);
            teams.moveHead(connection, TEAM, 3, Teams.markOfEmptyLog(TEAM));
            teams.open(connection, TEAM, "sake brewery");
        });

        Team team = database.read(connection -> teams.find(connection, TEAM).orElseThrow());

        assertThat(team.state()).isEqualTo(Team.State.OPEN);
        assertThat(team.name()).isEqualTo("sake brewery");
        assertThat(team.head()).isEqualTo(3);
    }

    @Test
    void noteUnknown_whenTheTeamIsOpen_leavesIt() {
        write(connection -> {
            teams.open(connection, TEAM, "sake brewery");
            teams.noteUnknown(connection, TEAM);
        });

        assertThat(database.write(connection -> teams.lock(connection, TEAM)).map(Team::state))
                .contains(Team.State.OPEN);
    }

    @Test
    void ofDevice_whenGrantedAndWithdrawn_hasWhatIsLeft() {
        write(connection -> {
            teams.open(connection, TEAM, "sake brewery");
            teams.open(connection, OTHER_TEAM, "city");
            teams.grant(connection, TEAM, DEVICE);
            teams.grant(connection, TEAM, DEVICE);
            teams.grant(connection, OTHER_TEAM, DEVICE);
            teams.withdraw(connection, TEAM, DEVICE);
        });

        List<Team> granted = database.read(connection -> teams.ofDevice(connection, DEVICE));

        assertThat(granted).extracting(Team::id).containsExactly(OTHER_TEAM);
    }

    @Test
    void at_whenMembershipsBeginEndAndAreRevoked_hasThoseOfThatTime() {
        write(connection -> {
            members.putPerson(connection, NURSE, "佐藤");
            members.put(connection, membership(NURSE, 100));
            members.put(connection, membership("moved away", 0));
            members.end(connection, TEAM, "moved away", 150);
            members.put(connection, membership("revoked", 0));
            members.revoke(connection, TEAM, "revoked", 50);
        });

        assertThat(at(99)).extracting(Member::getPersonId).containsExactly("moved away");
        assertThat(at(100)).extracting(Member::getPersonId).containsExactly("moved away", NURSE);
        assertThat(at(150)).extracting(Member::getPersonId).containsExactly(NURSE);
        assertThat(at(150))
                .containsExactly(Member.newBuilder()
                        .setPersonId(NURSE)
                        .setName("佐藤")
                        .setBodyId("city")
                        .setRole(Role.ROLE_MEMBER)
                        .build());
    }

    @Test
    void put_whenItBeganAtTheSameTime_takesItsPlace() {
        write(connection -> {
            members.put(connection, membership(NURSE, 100));
            members.put(
                    connection,
                    new Membership(
                            TEAM,
                            NURSE,
                            Optional.of("insurer"),
                            Role.ROLE_SUPERVISOR,
                            100,
                            OptionalLong.empty(),
                            OptionalLong.empty()));
        });

        List<Membership> all = database.read(connection -> members.of(connection, TEAM, NURSE));

        assertThat(all).extracting(Membership::role).containsExactly(Role.ROLE_SUPERVISOR);
    }

    private List<Member> at(long ms) {
        return database.read(connection -> members.at(connection, TEAM, ms));
    }

    private static Membership membership(String person, long fromMs) {
        return new Membership(
                TEAM,
                person,
                Optional.of("city"),
                Role.ROLE_MEMBER,
                fromMs,
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}
