package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.Dropped;
import tsunagi.sync.v1.Verdict;

/** The changes that wait for a person, and what a person can do about them. Thread-safe. */
public final class ParkedChanges {
    private static final Verdict DROPPED =
            Verdict.newBuilder().setDropped(Dropped.getDefaultInstance()).build();

    private final TeamTransactions transactions;
    private final RecordSchemas schemas;
    private final ChangeReader reader;
    private final ParkedRows rows = new ParkedRows();

    public ParkedChanges(Database database, RecordSchemas schemas, ChangeReader reader, ErasureList erasures) {
        this.transactions = new TeamTransactions(database, schemas, erasures);
        this.schemas = schemas;
        this.reader = reader;
    }

    /** Those of a team that wait, in the order they came. */
    public List<ParkedChange> waiting(Connection connection, UUID teamId) throws SQLException {
        return rows.waiting(connection, teamId);
    }

    /**
     * Lets a parked change in: it is judged again, and so is everything behind it, in order. Rights that were missing
     * are given by the person who releases it.
     *
     * @return the new word on it (Parked again when something else is wrong); empty when no such change waits
     */
    public Optional<Verdict> release(UUID teamId, UUID changeId, String personId) {
        return transactions.run(teamId, tx -> {
            Optional<ParkedChange> parked = tx.waiting().find(changeId);
            return parked.isPresent()
                    ? Optional.of(new Judge(tx, schemas, reader)
                            .rejudge(parked.get(), personId)
                            .verdict())
                    : Optional.empty();
        });
    }

    /** Lets go of a parked change; its bytes stay. What waits behind it goes on waiting for a person. */
    public Optional<Verdict> drop(UUID teamId, UUID changeId, String personId) {
        return transactions.run(teamId, tx -> {
            Optional<ParkedChange> parked = tx.waiting().find(changeId);
            if (parked.isPresent()) {
                tx.waiting().settle(parked.get(), ParkedChange.State.DROPPED, DROPPED, personId);
            }
            return parked.map(dropped -> DROPPED);
        });
    }
}
