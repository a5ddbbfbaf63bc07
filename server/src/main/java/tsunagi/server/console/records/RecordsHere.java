package tsunagi.server.console.records;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;
import tsunagi.rules.RuleContext;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StorageException;
import tsunagi.server.storage.StoredRecord;

/** The other records of a team as they stand now, for the rules. */
final class RecordsHere implements RuleContext {
    private final Connection connection;
    private final UUID teamId;
    private final RecordRows rows = new RecordRows();

    RecordsHere(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    @Override
    public <M extends Message> Optional<M> find(M type, String id) {
        int number = type.getDescriptorForType().getOptions().getExtension(Options.recordType);
        try {
            return rows.find(connection, new RecordKey(teamId, number, UUID.fromString(id)))
                    .filter(record -> record.toLife().isAlive())
                    .flatMap(record -> parsed(type, record));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static <M extends Message> Optional<M> parsed(M type, StoredRecord record) {
        try {
            @SuppressWarnings("unchecked") // a message's parser makes such messages
            M read = (M) type.getParserForType().parseFrom(record.body());
            return Optional.of(read);
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
