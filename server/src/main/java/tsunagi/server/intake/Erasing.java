package tsunagi.server.intake;

import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.Absorptions.Absorbed;

/** Makes the contents of records go, wherever the server keeps them; that there was something stays. */
final class Erasing {
    private final TeamTransaction tx;

    Erasing(TeamTransaction tx) {
        this.tx = tx;
    }

    /** Erases a record and all it speaks for, with whatever was said about them. */
    void erase(RecordState erased) throws SQLException {
        for (RecordKey key : tx.absorptions().family(erased.key())) {
            tx.log().eraseContents(key);
            tx.waiting().eraseContents(key);
            tx.derivedKeys().remove(key);
            tx.records().put(withoutContents(tx.records().get(key)));
            Optional<Absorbed> absorbed = tx.absorptions().find(key);
            if (absorbed.isPresent()) {
                // What became of its values stands with the change from which its absorption followed.
                tx.log().eraseResults(absorbed.get().changeId());
            }
        }
        tx.records().put(erased);
        tx.history().forget();
    }

    /** Erases a record that went with another one, and of which this copy of the database does not know that yet. */
    void eraseAlong(RecordKey key, RecordState erased) throws SQLException {
        RecordState own = tx.records().resolve(key);
        if (own.exists() && !own.life().isErased() && erased.life() instanceof Life.Ended ended) {
            erase(own.erased(ended.reason(), ended.by()).withRevision(erased.revision()));
        }
    }

    private static RecordState withoutContents(RecordState state) {
        return new RecordState(state.key(), state.revision(), state.life(), new TreeMap<>(), new TreeMap<>());
    }
}
