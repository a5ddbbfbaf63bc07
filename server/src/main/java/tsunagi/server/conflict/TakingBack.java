package tsunagi.server.conflict;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;

/**
 * Takes decisions on conflicts back: the value that stood before stands again, by a change like any other. A conflict that was settled
 * stays settled; what lost is in the history of the field, and can be brought back from there. Thread-safe.
 */
public final class TakingBack {
    private final Database database;
    private final Desk desk;
    private final ChangeLog log = new ChangeLog();
    private final RecordRows rows = new RecordRows();
    private final FieldHistory history = new FieldHistory();

    public TakingBack(Database database, Desk desk) {
        this.database = database;
        this.desk = desk;
    }

    /** A decision as it is found, the record now, and what stood before. */
    private record Decided(RecordState now, FieldPath path, boolean isStanding, ByteString before) {
        boolean isSame() {
            return now.field(path)
                    .map(field -> field.value())
                    .orElse(ByteString.EMPTY)
                    .equals(before);
        }

        DeskEdit edit() {
            return before.isEmpty()
                    ? new DeskEdit(now, FieldValues.NONE, Set.of(path))
                    : new DeskEdit(now, FieldValues.of(path, before), Set.of());
        }
    }

    /** Takes back what this person decided; nobody else's. */
    public TakenBack takeBack(UUID teamId, String personId, SettlementSave save) {
        List<Decided> all = database.read(connection -> decided(connection, teamId, personId, save));
        List<Decided> back =
                all.stream().filter(one -> one.isStanding() && !one.isSame()).toList();
        desk.write(teamId, personId, back.stream().map(Decided::edit).toList());
        int same = (int)
                all.stream().filter(one -> one.isStanding() && one.isSame()).count();
        return new TakenBack(
                back.size(),
                same,
                all.size() - back.size() - same,
                all.stream()
                        .map(one -> new TakenBack.Field(one.now().key(), one.path()))
                        .toList());
    }

    private List<Decided> decided(Connection connection, UUID teamId, String personId, SettlementSave save)
            throws SQLException {
        List<Decided> all = new ArrayList<>();
        for (LoggedChange logged : log.between(connection, teamId, save.first(), save.last(), personId)) {
            Optional<Change> change = FieldHistory.read(teamId, logged)
                    .filter(read -> read.saveId().filter(save.saveId()::equals).isPresent());
            Optional<RecordState> now = rows.find(connection, logged.key()).map(StoredRecord::toState);
            if (change.isPresent() && now.isPresent()) {
                for (FieldPath path : change.get().settles().keySet()) {
                    before(connection, teamId, change.get(), path)
                            .ifPresent(value -> all.add(new Decided(
                                    now.get(),
                                    path,
                                    now.get().stampOf(path).equals(change.get().stamp()),
                                    value)));
                }
            }
        }
        return all;
    }

    private Optional<ByteString> before(Connection connection, UUID teamId, Change change, FieldPath path)
            throws SQLException {
        return history.valueOf(connection, teamId, path, change.seenIn(path));
    }
}
