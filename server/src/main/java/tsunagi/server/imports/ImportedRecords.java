package tsunagi.server.imports;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tsunagi.change.Stamp;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.ChangeHeader;

/** What an import wrote, as the log has it: its changes are one save, known by the import's id. */
final class ImportedRecords {
    private final Database database;
    private final UUID teamId;

    ImportedRecords(Database database, UUID teamId) {
        this.database = database;
        this.teamId = teamId;
    }

    /** A record and the change by which the import wrote it. */
    record Imported(int type, UUID id, UUID changeId) {
        /** Whether nothing stands in the record but what the import wrote. */
        boolean isAllThereIs(RecordState state) {
            Stamp own = Stamp.of(changeId);
            return state.conflicts().isEmpty()
                    && state.fields().values().stream()
                            .allMatch(field -> field.stamp().equals(own));
        }
    }

    List<Imported> of(UUID importId) {
        ByteString wanted = Ids.toBytes(importId);
        List<Imported> found = new ArrayList<>();
        database.<Void>read(connection -> {
            Sql.of(
                            connection,
                            "SELECT record_type, record_id, change_id, header FROM change_log WHERE team_id = ?",
                            teamId)
                    .visit(row -> {
                        if (header(row).getSaveId().equals(wanted)) {
                            found.add(new Imported(
                                    row.smallNumber("record_type"), row.id("record_id"), row.id("change_id")));
                        }
                        return true;
                    });
            return null;
        });
        return found;
    }

    private static ChangeHeader header(Row row) throws SQLException {
        try {
            return ChangeHeader.parseFrom(row.bytes("header"));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept change does not parse", e);
        }
    }
}
