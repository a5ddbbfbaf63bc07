package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Runs work on teams, each begun by taking the team's row; one transaction holds one team unless it is told more. */
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

    /** What is done to which team. */
    record OneTeam<T>(UUID teamId, TeamWork<T> work) {}

    <T> T run(UUID teamId, TeamWork<T> work) {
        return runAll(List.of(new OneTeam<>(teamId, work))).get(0);
    }

    /** Runs what is to be done to several teams in one transaction: all of it is kept, or nothing. */
    <T> List<T> runAll(List<OneTeam<T>> teams) {
        return database.write(connection -> {
            List<T> results = new ArrayList<>(teams.size());
            List<Erasure> erased = new ArrayList<>();
            for (OneTeam<T> one : teams) {
                TeamTransaction tx = TeamTransaction.begin(connection, lock(connection, one.teamId()), schemas);
                results.add(one.work().in(tx));
                tx.flush();
                erased.addAll(tx.erasures());
            }
            if (!erased.isEmpty()) {
                // Before the commit: a restored copy may lack an erasure, the list never does.
                erasures.append(erased);
            }
            return results;
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
