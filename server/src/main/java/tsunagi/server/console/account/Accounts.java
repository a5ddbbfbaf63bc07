package tsunagi.server.console.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.server.words.Language;

/** The accounts of the console. */
public final class Accounts {
    /** Makes an account, or gives the one of this person another login, password and rights. */
    public void put(Connection connection, Account account, long nowMs) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO account (person_id, login, password_hash, is_administrator, must_change, language,
                            made_at_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (person_id) DO UPDATE SET
                            login = excluded.login, password_hash = excluded.password_hash,
                            is_administrator = excluded.is_administrator, must_change = excluded.must_change,
                            closed_at_ms = NULL
                        """,
                        account.personId(),
                        account.login(),
                        account.passwordHash(),
                        account.isAdministrator(),
                        account.mustChange(),
                        account.language().code(),
                        nowMs)
                .update();
    }

    public Optional<Account> withLogin(Connection connection, String login) throws SQLException {
        return Sql.of(connection, "SELECT * FROM account WHERE login = ?", login)
                .first(Accounts::account);
    }

    public Optional<Account> of(Connection connection, String personId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM account WHERE person_id = ?", personId)
                .first(Accounts::account);
    }

    public List<Account> all(Connection connection) throws SQLException {
        return Sql.of(connection, "SELECT * FROM account ORDER BY login").list(Accounts::account);
    }

    /** Sets a password; sessions that were begun with the old one end. */
    public void setPassword(Connection connection, String personId, String hash, boolean mustChange)
            throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE account SET password_hash = ?, must_change = ? WHERE person_id = ?",
                        hash,
                        mustChange,
                        personId)
                .update();
        Sessions.endAll(connection, personId);
    }

    public void setLanguage(Connection connection, String personId, Language language) throws SQLException {
        Sql.of(connection, "UPDATE account SET language = ? WHERE person_id = ?", language.code(), personId)
                .update();
    }

    /** Nobody signs in with it any more; what its person did keeps their name. */
    public void close(Connection connection, String personId, long nowMs) throws SQLException {
        Sql.of(connection, "UPDATE account SET closed_at_ms = ? WHERE person_id = ?", nowMs, personId)
                .update();
        Sessions.endAll(connection, personId);
    }

    void open(Connection connection, String personId) throws SQLException {
        Sql.of(connection, "UPDATE account SET closed_at_ms = NULL WHERE person_id = ?", personId)
                .update();
    }

    void setAdministrator(Connection connection, String personId, boolean isAdministrator) throws SQLException {
        Sql.of(connection, "UPDATE account SET is_administrator = ? WHERE person_id = ?", isAdministrator, personId)
                .update();
    }

    private static Account account(Row row) throws SQLException {
        return new Account(
                row.text("person_id"),
                row.text("login"),
                row.text("password_hash"),
                row.number("is_administrator") == 1,
                row.number("must_change") == 1,
                row.text("language").equals("en") ? Language.ENGLISH : Language.JAPANESE,
                row.optionalNumber("closed_at_ms").isPresent());
    }
}
