package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.change.FieldPath;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Round;
import tsunagi.rules.RuleContext;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.Tombstone;

/** Turns records into the rows they have in the plain tables. Thread-safe. */
final class Projection {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final PlainSchema schema;

    Projection(PlainSchema schema) {
        this.schema = schema;
    }

    /**
     * Its rows; one row in plain_fault when it cannot be turned into any, so that one bad record stops nothing.
     *
     * @param step the step it is taken over in, with what its rows stand on besides the record
     * @param others what the rules of the domain may look at
     */
    List<PlainRow> rowsOf(StoredRecord record, Step step, RuleContext others) {
        try {
            return record.tombstone().isPresent()
                    ? ended(record, Tombstone.parseFrom(record.tombstone().get()), step)
                    : living(record, LiveRecord.parseFrom(record.contents()), step, others);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            LOG.warn("{} at revision {} stands in no plain table", record.key(), record.revision(), e);
            String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
            return List.of(SideTables.fault(record.key(), typeName(record.key()), record.revision(), why));
        }
    }

    private List<PlainRow> ended(StoredRecord record, Tombstone tombstone, Step step)
            throws InvalidProtocolBufferException {
        RecordKey key = record.key();
        return switch (tombstone.getReason()) {
            case END_REASON_ABSORBED ->
                List.of(SideTables.absorbed(key, typeName(key), Ids.fromBytes(tombstone.getSuccessorId())));
            case END_REASON_DELETED -> deleted(key, LiveRecord.parseFrom(record.contents()), step);
            default -> List.of();
        };
    }

    private List<PlainRow> deleted(RecordKey key, LiveRecord kept, Step step) throws InvalidProtocolBufferException {
        return schema.mapping(key.type()).isPresent()
                ? List.of(RecordLines.row(
                        key, typeName(key), RecordLines.Life.DELETED, body(key, kept), 0, step.receipt(key)))
                : List.of();
    }

    private List<PlainRow> living(StoredRecord record, LiveRecord live, Step step, RuleContext others)
            throws InvalidProtocolBufferException {
        RecordKey key = record.key();
        List<PlainRow> rows = new ArrayList<>();
        Optional<Mapping> mapping = schema.mapping(key.type());
        if (mapping.isPresent()) {
            DynamicMessage body = body(key, live);
            List<Object> first = Arrays.asList(
                    key.teamId().toString(),
                    key.id().toString(),
                    record.revision(),
                    step.receipt(key).map(Receipt::receivedOn).orElse(null));
            mapping.get().project(body, first, rows);
            rows.add(RecordLines.row(
                    key, typeName(key), RecordLines.Life.ALIVE, body, live.getConflictsCount(), step.receipt(key)));
        }
        live.getConflictsList().forEach(conflict -> rows.add(conflict(key, conflict)));
        rows.addAll(step.sheets().rowsOf(key));
        if (mapping.isPresent() && key.type() == SheetBasis.ROUND) {
            rows.addAll(IssuedCodes.rows(key, Round.parseFrom(live.getBody())));
        }
        if (mapping.isPresent()) {
            rows.addAll(ProblemRows.of(key, typeName(key), live.getBody(), others));
        }
        return rows;
    }

    private DynamicMessage body(RecordKey key, LiveRecord record) throws InvalidProtocolBufferException {
        return DynamicMessage.parseFrom(schema.descriptor(key.type()).orElseThrow(), record.getBody());
    }

    private PlainRow conflict(RecordKey key, Conflict conflict) {
        FieldPath path = FieldPath.fromProto(conflict.getPath());
        String fieldName = schema.descriptor(key.type())
                .map(record -> record.findFieldByNumber(path.number()))
                .map(FieldDescriptor::getName)
                .orElse(Integer.toString(path.number()));
        return SideTables.row(
                SideTables.CONFLICT,
                key,
                typeName(key),
                FitText.key("a path in conflict", path.toString()),
                fieldName,
                path.mapKey(),
                Ids.fromBytes(conflict.getOpenedByChangeId()).toString(),
                (long) conflict.getCandidatesCount());
    }

    private String typeName(RecordKey key) {
        return schema.typeName(key.type());
    }
}
