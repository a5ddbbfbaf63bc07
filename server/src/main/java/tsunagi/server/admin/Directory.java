package tsunagi.server.admin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Finds teams, people and bodies by what somebody typed: an id, or a name if only one bears it. */
public final class Directory {
    private final Connection connection;
    private final Teams teams = new Teams();

    public Directory(Connection connection) {
        this.connection = connection;
    }

    public Team team(String typed) throws SQLException {
        List<Team> found = teams.all(connection).stream()
                .filter(team ->
                        team.id().toString().equals(typed) || team.name().equals(typed))
                .toList();
        return theOne(found, "team", typed, "./tsunagi team list");
    }

    /** The id of a person. */
    public String person(String typed) throws SQLException {
        List<String> found = Sql.of(
                        connection, "SELECT person_id FROM person WHERE person_id = ? OR name = ?", typed, typed)
                .list(row -> row.text("person_id"));
        return theOne(found, "person", typed, "./tsunagi person list");
    }

    /** The id of a body; empty when nobody typed one that is known. */
    public Optional<String> body(String typed) throws SQLException {
        List<String> found = Sql.of(connection, "SELECT body_id FROM body WHERE body_id = ? OR name = ?", typed, typed)
                .list(row -> row.text("body_id"));
        return found.isEmpty() ? Optional.empty() : Optional.of(theOne(found, "body", typed, "its id"));
    }

    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new CommandException("'" + typed + "' is no id; an id looks like " + new UUID(0, 1) + ".");
        }
    }

    private static <T> T theOne(List<T> found, String what, String typed, String how) {
        if (found.isEmpty()) {
            throw new CommandException("There is no " + what + " '" + typed + "'; see " + how + ".");
        }
        if (found.size() > 1) {
            throw new CommandException(
                    "More than one " + what + " is called '" + typed + "'; say its id, see " + how + ".");
        }
        return found.get(0);
    }
}
