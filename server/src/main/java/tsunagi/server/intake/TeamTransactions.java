package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Runs work on one team at a time: one transaction, one team, begun by taking the team's row. */
final class TeamTransactions {
    private final Database database;
    private final RecordSchemas schemas;
    private final ErasureList erasures;
    private final Teams teams = new Teams();

    TeamTransactions(Database database, RecordSchemas schemas, ErasureList erasures) {
        this.database = database;
        this.schemas = schemas;
        this.erasures = erasures;
    }

    /** What is done to a team. */
    @FunctionalInterface
    interface TeamWork<T> {
        T in(TeamTransaction tx) throws SQLException;
    }

    <T> T run(UUID teamId, TeamWork<T> work) {
        return database.write(connection -> {
            TeamTransaction tx = TeamTransaction.begin(connection, lock(connection, teamId), schemas);
            T result = work.in(tx);
            tx.flush();
            if (!tx.erasures().isEmpty()) {
                // Before the commit: a restored copy may lack an erasure, the list never does.
                erasures.append(tx.erasures());
            }
            return result;
        });
    }

    private Team lock(Connection connection, UUID teamId) throws SQLException {
        Optional<Team> team = teams.lock(connection, teamId);
        if (team.isPresent()) {
            return team.get();
        }
        teams.noteUnknown(connection, teamId);
        return teams.lock(connection, teamId).orElseThrow();
    }
}
