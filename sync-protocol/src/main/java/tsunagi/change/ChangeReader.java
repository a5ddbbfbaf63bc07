package tsunagi.change;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Resolution;
import tsunagi.sync.v1.SeenField;

/** Reads changes off the wire and says of each what is wrong with it, if anything is. Thread-safe. */
public final class ChangeReader {
    private final RecordSchemas schemas;
    private final ChangeLimits limits;

    public ChangeReader(RecordSchemas schemas, ChangeLimits limits) {
        this.schemas = schemas;
        this.limits = limits;
    }

    /** Reads a change that was handed in for this team. */
    public Reading read(UUID teamId, tsunagi.sync.v1.Change wire) {
        ContentHash hash = ContentHash.of(wire);
        Optional<ChangeHeader> header = parse(wire.getHeader());
        UUID changeId = header.map(ChangeHeader::getChangeId)
                .filter(Ids::isId)
                .map(Ids::fromBytes)
                .orElseGet(() -> Ids.fromBytes(hash.sha256().substring(0, 16)));
        try {
            ChangeHeader readable = header.orElseThrow(() -> UnfitException.malformed("the header does not parse"));
            return new Reading.Readable(change(teamId, readable, wire, hash));
        } catch (UnfitException e) {
            return new Reading.Unreadable(changeId, hash, e.reason(), e.getMessage(), e.path());
        }
    }

    private Change change(UUID teamId, ChangeHeader header, tsunagi.sync.v1.Change wire, ContentHash hash)
            throws UnfitException {
        requireSize(wire);
        RecordKey key = new RecordKey(
                id("team_id", header.getTeamId()), header.getRecordType(), id("record_id", header.getRecordId()));
        require(key.teamId().equals(teamId), "it names another team than its batch");
        require(key.type() > 0, "record_type is missing");
        require(isKnown(header.getAction()), "it has an action that is not known here");
        require(isUuidText(header.getAuthorPersonId()), "author_person_id is missing or no UUID");
        require(
                header.getAction() != Action.ACTION_ABSORB || header.hasSuccessorId(),
                "successor_id is missing for an absorption");
        require(!wire.hasSealedBody(), "it has a sealed body, which is not read yet");
        return new Change(
                id("change_id", header.getChangeId()),
                key,
                header.getAction(),
                Change.byPath(seen(header)),
                values(header, wire.getBody()),
                Change.byPath(settles(header)),
                header.getAuthorPersonId(),
                header.getMadeAt(),
                optionalId("replaces_change_id", header.hasReplacesChangeId(), header.getReplacesChangeId()),
                optionalId("save_id", header.hasSaveId(), header.getSaveId()),
                optionalId("successor_id", header.hasSuccessorId(), header.getSuccessorId()),
                hash,
                wire);
    }

    private void requireSize(tsunagi.sync.v1.Change wire) throws UnfitException {
        int bytes = wire.getHeader().size() + wire.getBody().size();
        if (bytes > limits.changeBytes()) {
            throw tooLarge(null, "the change: " + bytes + " bytes, limit " + limits.changeBytes());
        }
    }

    private FieldValues values(ChangeHeader header, ByteString body) throws UnfitException {
        Optional<RecordSchema> schema = schemas.find(header.getRecordType());
        FieldValues values;
        try {
            values = FieldValues.split(body, mapFields(header, schema));
        } catch (MalformedBodyException e) {
            throw UnfitException.malformed(e.getMessage());
        }
        for (Map.Entry<FieldPath, ByteString> value : values.asMap().entrySet()) {
            checkValue(schema, value.getKey(), value.getValue());
        }
        return values;
    }

    private void checkValue(Optional<RecordSchema> schema, FieldPath path, ByteString value) throws UnfitException {
        if (value.size() > limits.fieldBytes()) {
            throw tooLarge(path, "field " + path + ": " + value.size() + " bytes, limit " + limits.fieldBytes());
        }
        Optional<FieldDescriptor> field = schema.flatMap(s -> s.field(path.number()));
        if (field.isPresent()) {
            StorableText.check(field.get(), path, value);
        }
    }

    /** Which fields are maps: the schema knows for those it has, the header tells for the others. */
    private static Set<Integer> mapFields(ChangeHeader header, Optional<RecordSchema> schema) {
        Set<Integer> maps = new HashSet<>();
        for (int number : header.getMapFieldNumbersList()) {
            if (!schema.flatMap(s -> s.field(number)).isPresent()) {
                maps.add(number);
            }
        }
        schema.ifPresent(s -> s.descriptor().getFields().stream()
                .filter(FieldDescriptor::isMapField)
                .forEach(field -> maps.add(field.getNumber())));
        return maps;
    }

    private static Map<FieldPath, Stamp> seen(ChangeHeader header) throws UnfitException {
        Map<FieldPath, Stamp> seen = new HashMap<>();
        for (SeenField field : header.getSeenList()) {
            seen.put(FieldPath.fromProto(field.getPath()), stamp(field.getStamp()));
        }
        return seen;
    }

    private static Map<FieldPath, List<Stamp>> settles(ChangeHeader header) throws UnfitException {
        Map<FieldPath, List<Stamp>> settles = new HashMap<>();
        for (Resolution resolution : header.getResolutionsList()) {
            List<Stamp> candidates = new ArrayList<>();
            for (tsunagi.sync.v1.Stamp candidate : resolution.getCandidatesList()) {
                candidates.add(stamp(candidate));
            }
            settles.put(FieldPath.fromProto(resolution.getPath()), candidates);
        }
        return settles;
    }

    private static Stamp stamp(tsunagi.sync.v1.Stamp stamp) throws UnfitException {
        try {
            return Stamp.fromProto(stamp);
        } catch (IllegalArgumentException e) {
            throw UnfitException.malformed("a stamp is not made of ids: " + e.getMessage());
        }
    }

    private static UUID id(String name, ByteString bytes) throws UnfitException {
        require(Ids.isId(bytes), name + " has not 16 bytes");
        return Ids.fromBytes(bytes);
    }

    private static Optional<UUID> optionalId(String name, boolean present, ByteString bytes) throws UnfitException {
        return present ? Optional.of(id(name, bytes)) : Optional.empty();
    }

    private static boolean isKnown(Action action) {
        return action != Action.UNRECOGNIZED && action != Action.ACTION_UNSPECIFIED;
    }

    private static boolean isUuidText(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static UnfitException tooLarge(FieldPath path, String message) {
        return new UnfitException(ParkReason.PARK_REASON_TOO_LARGE, path, message);
    }

    private static void require(boolean holds, String otherwise) throws UnfitException {
        if (!holds) {
            throw UnfitException.malformed(otherwise);
        }
    }

    private static Optional<ChangeHeader> parse(ByteString header) {
        try {
            return Optional.of(ChangeHeader.parseFrom(header));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
