package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.team.Members;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** One team within one transaction: what was read of it, and what will be written when the transaction ends. */
record TeamTransaction(
        Connection connection,
        Team team,
        Rights rights,
        WorkingLog log,
        WorkingRecords records,
        WorkingLanes lanes,
        WaitingRoom waiting,
        Absorptions absorptions,
        DerivedKeys derivedKeys,
        LogHistory history,
        List<Erasure> erasures) {

    static TeamTransaction begin(Connection connection, Team team, RecordSchemas schemas) {
        Teams teams = new Teams();
        WorkingLog log = new WorkingLog(connection, team, teams, new ChangeLog());
        WaitingRoom waiting = new WaitingRoom(connection, team.id(), new ParkedRows());
        Absorptions absorptions = new Absorptions(connection, team.id());
        return new TeamTransaction(
                connection,
                team,
                new Rights(connection, team, teams, new Members()),
                log,
                new WorkingRecords(connection, team.id(), new RecordRows()),
                new WorkingLanes(connection, team.id(), new Lanes()),
                waiting,
                absorptions,
                new DerivedKeys(connection, team.id(), absorptions),
                new LogHistory(log, waiting, team, schemas),
                new ArrayList<>());
    }

    void flush() throws SQLException {
        log.flush();
        records.flush();
        derivedKeys.flush();
        lanes.flush();
    }
}
