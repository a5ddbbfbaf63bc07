package tsunagi.server.attachment;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.RecordState;
import tsunagi.record.AttachmentsIn;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * Follows the records to know which of them shows which file, so that the files of a record that is withdrawn or
 * destroyed go with it, unless another record shows them too. Thread-safe.
 */
public final class AttachmentUses {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentUses.class);
    private static final int RECORDS_TOGETHER = 250;
    private static final int BYTES_TOGETHER = 1024 * 1024;

    private final Database database;
    private final RecordSchemas schemas;
    private final RecordRows records = new RecordRows();

    /** How far one team was followed, and how far it is. */
    private record Team(UUID id, long followed, long head) {}

    /** What the records of a step show; nothing for one that was erased. */
    private record Step(Team team, long upTo, Map<UUID, Shown> shown) {}

    /** What one record shows. */
    private record Shown(RecordKey key, boolean isErased, Set<ByteString> files) {}

    public AttachmentUses(Database database, RecordSchemas schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    /** Follows every team by one step; false when there is nothing to do for now. */
    public boolean followSome() {
        List<Team> behind = database.read(connection -> Sql.of(connection, """
                        SELECT team.team_id, team.head, COALESCE(attachment_use_checkpoint.revision, 0) AS followed FROM team
                        LEFT JOIN attachment_use_checkpoint ON attachment_use_checkpoint.team_id = team.team_id
                        WHERE team.head > COALESCE(attachment_use_checkpoint.revision, 0)
                        """)
                .list(row -> new Team(row.id("team_id"), row.number("followed"), row.number("head"))));
        behind.forEach(team -> keep(step(team)));
        return !behind.isEmpty();
    }

    private Step step(Team team) {
        RecordRows.Slice slice = database.read(connection -> records.movedBetween(
                connection, team.id(), team.followed(), team.head(), RECORDS_TOGETHER, BYTES_TOGETHER));
        Map<UUID, Shown> shown = new TreeMap<>();
        for (StoredRecord record : slice.records()) {
            Shown one = shown(record);
            if (one.isErased() || !one.files().isEmpty()) {
                shown.put(record.key().id(), one);
            }
        }
        return new Step(team, slice.upTo(), shown);
    }

    private Shown shown(StoredRecord record) {
        Optional<RecordSchema> schema = schemas.find(record.key().type());
        RecordState state = record.toState();
        Set<ByteString> files = new HashSet<>();
        if (schema.isPresent()) {
            files.addAll(filesIn(schema.get(), state.body()));
            for (Conflict conflict : state.conflicts().values()) {
                for (Candidate candidate : conflict.candidates()) {
                    files.addAll(filesIn(schema.get(), candidate.value()));
                }
            }
        }
        return new Shown(record.key(), state.life().isErased(), files);
    }

    private static Set<ByteString> filesIn(RecordSchema schema, ByteString body) {
        Set<ByteString> files = new HashSet<>();
        try {
            AttachmentsIn.record(DynamicMessage.parseFrom(schema.descriptor(), body))
                    .forEach(attachment -> files.add(attachment.getSha256()));
        } catch (InvalidProtocolBufferException e) {
            // It stands in plain_fault too; it must not hold up the others.
            LOG.warn("a {} whose files are not known", schema.descriptor().getName(), e);
        }
        return files;
    }

    private void keep(Step step) {
        database.write(connection -> {
            if (advance(connection, step)) {
                for (Shown one : step.shown().values()) {
                    if (one.isErased()) {
                        letGo(connection, one.key());
                    } else {
                        add(connection, one);
                    }
                }
            }
            return null;
        });
    }

    /** False when another server did this step. */
    private static boolean advance(Connection connection, Step step) throws SQLException {
        Sql.of(
                        connection,
                        "INSERT INTO attachment_use_checkpoint (team_id, revision) VALUES (?, 0) ON CONFLICT DO NOTHING",
                        step.team().id())
                .update();
        return Sql.of(
                                connection,
                                "UPDATE attachment_use_checkpoint SET revision = ? WHERE team_id = ? AND revision = ?",
                                step.upTo(),
                                step.team().id(),
                                step.team().followed())
                        .update()
                == 1;
    }

    private static void add(Connection connection, Shown shown) throws SQLException {
        for (ByteString file : shown.files()) {
            Sql.of(
                            connection,
                            """
                            INSERT INTO attachment_use (team_id, record_type, record_id, sha256) VALUES (?, ?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """,
                            shown.key().teamId(),
                            shown.key().type(),
                            shown.key().id(),
                            file)
                    .update();
        }
    }

    private static void letGo(Connection connection, RecordKey key) throws SQLException {
        String ofRecord = " WHERE team_id = ? AND record_type = ? AND record_id = ?";
        List<ByteString> files = new ArrayList<>(
                Sql.of(connection, "SELECT sha256 FROM attachment_use" + ofRecord, key.teamId(), key.type(), key.id())
                        .list(row -> row.bytes("sha256")));
        Sql.of(connection, "DELETE FROM attachment_use" + ofRecord, key.teamId(), key.type(), key.id())
                .update();
        for (ByteString file : files) {
            boolean isShownElsewhere = Sql.of(
                            connection,
                            "SELECT 1 FROM attachment_use WHERE team_id = ? AND sha256 = ?",
                            key.teamId(),
                            file)
                    .first(row -> true)
                    .isPresent();
            if (!isShownElsewhere) {
                AttachmentStore.remove(connection, key.teamId(), file);
            }
        }
    }
}
