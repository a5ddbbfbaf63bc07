package tsunagi.server.console.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.Viewer;
import tsunagi.server.device.WrongGuesses;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Members;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.server.words.Language;
import tsunagi.sync.v1.Role;

/** Lets people in by login and password, and knows them by their session afterwards. Thread-safe. */
@Singleton
final class SignIn {
    private final Database database;
    private final Clock clock;
    private final Sessions sessions;
    private final WrongGuesses guesses;
    private final Accounts accounts = new Accounts();
    private final Members members = new Members();
    private final Teams teams = new Teams();
    /** Checked against when there is no such account, so that it takes as long. */
    private final String nobodysHash = Passwords.hash("nobody's password");

    SignIn(ServerData data, Clock clock) {
        this.database = data.database();
        this.clock = clock;
        this.sessions = new Sessions(clock);
        this.guesses = new WrongGuesses(clock);
    }

    /** What becomes of it when somebody wants to come in. */
    sealed interface Result {
        record In(String token) implements Result {}

        /** The login or the password is wrong; it is not said which. */
        record Wrong() implements Result {}

        /** Wrong too often within a minute. */
        record TooOften() implements Result {}
    }

    Result signIn(String login, String password) {
        if (guesses.areTooMany(login)) {
            return new Result.TooOften();
        }
        Optional<Account> account = database.read(connection -> accounts.withLogin(connection, login));
        boolean isRight =
                Passwords.isRight(password, account.map(Account::passwordHash).orElse(nobodysHash));
        if (!isRight || account.isEmpty() || account.get().isClosed()) {
            guesses.add(login);
            return new Result.Wrong();
        }
        return new Result.In(database.write(
                connection -> sessions.begin(connection, account.get().personId())));
    }

    Optional<Viewer> viewer(String token) {
        record Known(Sessions.Session session, Viewer viewer) {}
        Optional<Known> known = database.read(connection -> {
            Optional<Sessions.Session> session = sessions.find(connection, token);
            Optional<Account> account = session.isEmpty()
                    ? Optional.empty()
                    : accounts.of(connection, session.get().personId());
            return account.isEmpty() || account.get().isClosed()
                    ? Optional.empty()
                    : Optional.of(new Known(session.get(), viewer(connection, account.get())));
        });
        known.filter(found -> found.session().isToBeNoted())
                .ifPresent(found -> database.<Void>write(connection -> {
                    sessions.note(connection, token);
                    return null;
                }));
        return known.map(Known::viewer);
    }

    void signOut(String token) {
        database.<Void>write(connection -> {
            sessions.end(connection, token);
            return null;
        });
    }

    /** Sets another password; false when the present one is not that. */
    boolean changePassword(String personId, String present, String wanted) {
        Optional<Account> account = database.read(connection -> accounts.of(connection, personId));
        if (account.isEmpty() || !Passwords.isRight(present, account.get().passwordHash())) {
            return false;
        }
        String hash = Passwords.hash(wanted);
        database.<Void>write(connection -> {
            accounts.setPassword(connection, personId, hash, false);
            return null;
        });
        return true;
    }

    void setLanguage(String personId, Language language) {
        database.<Void>write(connection -> {
            accounts.setLanguage(connection, personId, language);
            return null;
        });
    }

    private Viewer viewer(Connection connection, Account account) throws SQLException {
        String name = Sql.of(connection, "SELECT name FROM person WHERE person_id = ?", account.personId())
                .first(row -> row.text("name"))
                .orElse(account.login());
        return new Viewer(
                account.personId(),
                name,
                account.isAdministrator(),
                supervised(connection, account.personId()),
                account.language(),
                account.mustChange());
    }

    private List<Team> supervised(Connection connection, String personId) throws SQLException {
        long nowMs = clock.millis();
        List<Team> found = new ArrayList<>();
        for (Team team : teams.all(connection)) {
            if (members.of(connection, team.id(), personId).stream()
                    .anyMatch(part -> part.role() == Role.ROLE_SUPERVISOR && part.covers(nowMs) && !part.isRevoked())) {
                found.add(team);
            }
        }
        return List.copyOf(found);
    }
}
