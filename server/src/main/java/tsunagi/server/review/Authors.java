package tsunagi.server.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.merge.RecordState;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.storage.Sql;

/** Who wrote records, and fields of them. */
final class Authors {
    private final ChangeLog log = new ChangeLog();

    /** Who wrote the value in a field, or the record first; empty when the log does not know. */
    Optional<String> of(Connection connection, RecordState record, Optional<Integer> fieldNumber) throws SQLException {
        Optional<String> ofField = fieldNumber.isPresent()
                ? ofField(connection, record, FieldPath.field(fieldNumber.get()))
                : Optional.empty();
        return ofField.isPresent() ? ofField : first(connection, record);
    }

    private Optional<String> ofField(Connection connection, RecordState record, FieldPath path) throws SQLException {
        for (UUID changeId : record.stampOf(path).changeIds()) {
            Optional<LoggedChange> change = log.find(connection, record.key().teamId(), changeId);
            if (change.isPresent()) {
                return change.map(said -> said.by().getPersonId());
            }
        }
        return Optional.empty();
    }

    private Optional<String> first(Connection connection, RecordState record) throws SQLException {
        OptionalLong revision = log.firstRevision(connection, record.key());
        return revision.isEmpty()
                ? Optional.empty()
                : Sql.of(
                                connection,
                                "SELECT author_person_id FROM change_log WHERE team_id = ? AND revision = ?",
                                record.key().teamId(),
                                revision.getAsLong())
                        .first(row -> row.text("author_person_id"));
    }
}
