package tsunagi.server.duplicate;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/** What the traits of some records of one team are made of: the records, those they name, and who speaks for whom. */
final class Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    private static final int WORKPLACE = RecordType.RECORD_TYPE_WORKPLACE_VALUE;
    private static final int CONTACT = RecordType.RECORD_TYPE_CONTACT_VALUE;
    private static final int PARTICIPANT = RecordType.RECORD_TYPE_PARTICIPANT_VALUE;
    private static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;
    private static final int ATTENDANCE = RecordType.RECORD_TYPE_ATTENDANCE_VALUE;
    /** The types of which duplicates are looked for. */
    static final Set<Integer> TYPES = Set.of(WORKPLACE, CONTACT, PARTICIPANT, VISIT, ATTENDANCE);

    private final UUID teamId;
    private final Map<UUID, UUID> successors = new HashMap<>();
    private final Map<RecordKey, ByteString> named = new HashMap<>();

    private Surroundings(UUID teamId) {
        this.teamId = teamId;
    }

    /** Reads what these records name. */
    static Surroundings of(Connection connection, RecordRows rows, UUID teamId, Collection<StoredRecord> records)
            throws SQLException {
        Surroundings surroundings = new Surroundings(teamId);
        Sql.of(connection, "SELECT record_id, successor_id FROM absorption WHERE team_id = ?", teamId)
                .visit(row -> {
                    surroundings.successors.put(row.id("record_id"), row.id("successor_id"));
                    return true;
                });
        surroundings.read(connection, rows, records);
        return surroundings;
    }

    private void read(Connection connection, RecordRows rows, Collection<StoredRecord> records) throws SQLException {
        Set<RecordKey> wanted = new HashSet<>();
        for (StoredRecord record : records) {
            switch (record.key().type()) {
                case CONTACT ->
                    wanted.addAll(key(WORKPLACE, parse(record, Contact.parser()).getWorkplaceId()));
                case ATTENDANCE ->
                    wanted.addAll(
                            key(PARTICIPANT, parse(record, Attendance.parser()).getParticipantId()));
                default -> {
                    // The others are compared by themselves.
                }
            }
        }
        for (StoredRecord record : rows.find(connection, teamId, wanted)) {
            if (record.tombstone().isEmpty()) {
                named.put(record.key(), record.body());
            }
        }
    }

    /** What of the record is compared; empty when it ended or is of a type of which no duplicates are looked for. */
    Optional<Traits> traits(StoredRecord record) {
        if (record.tombstone().isPresent()) {
            return Optional.empty();
        }
        return switch (record.key().type()) {
            case WORKPLACE -> Optional.of(WorkplaceTraits.of(parse(record, Workplace.parser())));
            case CONTACT -> Optional.of(contact(parse(record, Contact.parser())));
            case PARTICIPANT -> Optional.of(participant(parse(record, Participant.parser())));
            case VISIT -> {
                Visit visit = parse(record, Visit.parser());
                yield Optional.of(VisitTraits.of(visit, speaker(visit.getWorkplaceId())));
            }
            case ATTENDANCE -> attendance(parse(record, Attendance.parser()));
            default -> Optional.empty();
        };
    }

    /** The records that this one's traits hang on. */
    List<UUID> references(StoredRecord record) {
        List<String> ids = new ArrayList<>();
        switch (record.key().type()) {
            case CONTACT -> ids.add(parse(record, Contact.parser()).getWorkplaceId());
            case PARTICIPANT -> ids.add(parse(record, Participant.parser()).getWorkplaceId());
            case VISIT -> ids.add(parse(record, Visit.parser()).getWorkplaceId());
            case ATTENDANCE -> {
                Attendance attendance = parse(record, Attendance.parser());
                ids.add(attendance.getParticipantId());
                ids.add(attendance.getWorkshopId());
            }
            default -> {
                // A workplace is compared by itself.
            }
        }
        return ids.stream().flatMap(id -> uuid(id).stream()).distinct().toList();
    }

    private Traits contact(Contact contact) {
        String place = contact.getWorkplaceId().isEmpty() ? contact.getBodyId() : speaker(contact.getWorkplaceId());
        String placePhone = key(WORKPLACE, contact.getWorkplaceId()).stream()
                .flatMap(key -> Optional.ofNullable(named.get(key)).stream())
                .findFirst()
                .map(body -> Digits.of(parse(body, Workplace.parser()).getPhone()))
                .orElse("");
        return ContactTraits.of(contact, place, placePhone);
    }

    private ParticipantTraits participant(Participant participant) {
        return ParticipantTraits.of(participant, speaker(participant.getWorkplaceId()));
    }

    private Optional<Traits> attendance(Attendance attendance) {
        return key(PARTICIPANT, attendance.getParticipantId()).stream()
                .flatMap(key -> Optional.ofNullable(named.get(key)).stream())
                .findFirst()
                .map(body -> new AttendanceTraits(
                        speaker(attendance.getWorkshopId()), participant(parse(body, Participant.parser()))));
    }

    private List<RecordKey> key(int type, String id) {
        return uuid(speaker(id)).map(uuid -> new RecordKey(teamId, type, uuid)).stream()
                .toList();
    }

    /** The id of the record that speaks for this one. */
    private String speaker(String id) {
        Optional<UUID> given = uuid(id);
        if (given.isEmpty()) {
            return id;
        }
        UUID speaker = given.get();
        while (successors.containsKey(speaker)) {
            speaker = successors.get(speaker);
        }
        return speaker.toString();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <M> M parse(StoredRecord record, Parser<M> parser) {
        return parse(record.body(), parser);
    }

    private static <M> M parse(ByteString body, Parser<M> parser) {
        try {
            return parser.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            // It stands in plain_fault too; it must not hold up the others.
            LOG.warn("a record that is compared as if it were empty", e);
            return empty(parser);
        }
    }

    private static <M> M empty(Parser<M> parser) {
        try {
            return parser.parseFrom(ByteString.EMPTY);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
