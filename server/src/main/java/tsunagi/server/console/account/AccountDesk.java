package tsunagi.server.console.account;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;
import tsunagi.server.words.Language;

/** Where accounts are made, given new passwords, closed and opened again. Thread-safe. */
public final class AccountDesk {
    /** What a login is made of: it is read out, typed and written on paper. */
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts = new Accounts();

    public AccountDesk(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It was done; the password is shown once and is good for one sign-in. */
        record Password(String password) implements Outcome {}

        record Done() implements Outcome {}

        /** It was not; why is the key of the words. */
        record Refused(String why) implements Outcome {}
    }

    /**
     * A person with or without an account.
     *
     * @param teams the names of those of which they are とりまとめ担当 at present
     */
    public record Person(String personId, String name, Optional<Account> account, List<String> teams) {}

    /** Everybody, those with an account first. */
    public List<Person> people() {
        return database.read(this::people);
    }

    private List<Person> people(Connection connection) throws SQLException {
        long nowMs = clock.millis();
        List<Person> people = new ArrayList<>();
        for (Person one : Sql.of(connection, """
                        SELECT person.person_id, person.name FROM person
                        LEFT JOIN account ON account.person_id = person.person_id
                        ORDER BY CASE WHEN account.person_id IS NULL THEN 1 ELSE 0 END, person.name, person.person_id
                        """)
                .list(row -> new Person(row.text("person_id"), row.text("name"), Optional.empty(), List.of()))) {
            people.add(new Person(
                    one.personId(),
                    one.name(),
                    accounts.of(connection, one.personId()),
                    supervised(connection, one.personId(), nowMs)));
        }
        return List.copyOf(people);
    }

    private static List<String> supervised(Connection connection, String personId, long nowMs) throws SQLException {
        return Sql.of(connection, """
                        SELECT DISTINCT team.name FROM membership JOIN team ON team.team_id = membership.team_id
                        WHERE person_id = ? AND role = 'ROLE_SUPERVISOR' AND from_ms <= ?
                            AND (until_ms IS NULL OR until_ms > ?) AND revoked_at_ms IS NULL
                        ORDER BY team.name
                        """, personId, nowMs, nowMs).list(row -> row.text("name"));
    }

    /** Makes an account for a person who has none. */
    public Outcome make(String personId, String login, boolean isAdministrator) {
        String wanted = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(wanted).matches()) {
            return new Outcome.Refused("account.login_unfit");
        }
        String password = Passwords.oneTime(random);
        String hash = Passwords.hash(password);
        return database.write(connection -> {
            if (accounts.withLogin(connection, wanted).isPresent()) {
                return new Outcome.Refused("account.login_taken");
            }
            if (accounts.of(connection, personId).isPresent()) {
                return new Outcome.Refused("account.has_one");
            }
            if (!isKnown(connection, personId)) {
                return new Outcome.Refused("account.nobody");
            }
            Account made = new Account(personId, wanted, hash, isAdministrator, true, Language.JAPANESE, false);
            accounts.put(connection, made, clock.millis());
            return new Outcome.Password(password);
        });
    }

    private static boolean isKnown(Connection connection, String personId) throws SQLException {
        return Sql.of(connection, "SELECT 1 FROM person WHERE person_id = ?", personId)
                .first(row -> true)
                .isPresent();
    }

    /** Gives a new password, for somebody who forgot theirs; it opens a closed account again. */
    public Outcome reset(String personId) {
        String password = Passwords.oneTime(random);
        String hash = Passwords.hash(password);
        return database.write(connection -> {
            if (accounts.of(connection, personId).isEmpty()) {
                return new Outcome.Refused("account.none");
            }
            accounts.setPassword(connection, personId, hash, true);
            accounts.open(connection, personId);
            return new Outcome.Password(password);
        });
    }

    /** Closes an account; the last open one of an administrator stays. */
    public Outcome close(String personId) {
        return database.write(connection -> {
            if (accounts.of(connection, personId).isEmpty()) {
                return new Outcome.Refused("account.none");
            }
            if (isLastAdministrator(connection, personId)) {
                return new Outcome.Refused("account.last_administrator");
            }
            accounts.close(connection, personId, clock.millis());
            return new Outcome.Done();
        });
    }

    /** Says whether somebody also looks after accounts and tablets. */
    public Outcome setAdministrator(String personId, boolean isAdministrator) {
        return database.write(connection -> {
            if (accounts.of(connection, personId).isEmpty()) {
                return new Outcome.Refused("account.none");
            }
            if (!isAdministrator && isLastAdministrator(connection, personId)) {
                return new Outcome.Refused("account.last_administrator");
            }
            accounts.setAdministrator(connection, personId, isAdministrator);
            return new Outcome.Done();
        });
    }

    private boolean isLastAdministrator(Connection connection, String personId) throws SQLException {
        List<Account> administrators = accounts.all(connection).stream()
                .filter(account -> account.isAdministrator() && !account.isClosed())
                .toList();
        return administrators.size() == 1 && administrators.get(0).personId().equals(personId);
    }
}
