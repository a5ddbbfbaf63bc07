package tsunagi.server.window;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopState;
import tsunagi.server.search.PagePlace;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.RecordLine;
import tsunagi.server.search.RecordPage;
import tsunagi.server.search.RecordSearch;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;

/** Reads visits, workshops, meetings and follow-ups of some days: which there are from the plain tables, the rest from the records. */
public final class AgendaReader {
    private static final int ROWS_TOGETHER = 200;
    /** So many are shown; nobody books more in a month, or could read it. */
    private static final int ITEMS_MAX = 1_000;

    private final Database database;

    public AgendaReader(Database database) {
        this.database = database;
    }

    public Agenda read(UUID teamId, LocalDate first, LocalDate last, Optional<String> bodyId) {
        RecordFilter all = RecordFilter.of(teamId)
                .ofTypes(
                        RecordType.RECORD_TYPE_VISIT,
                        RecordType.RECORD_TYPE_WORKSHOP,
                        RecordType.RECORD_TYPE_MEETING,
                        RecordType.RECORD_TYPE_FOLLOW_UP)
                .onDays(first, last);
        List<RecordKey> keys = keys(bodyId.map(all::forBody).orElse(all));
        return database.read(connection -> agenda(connection, teamId, keys));
    }

    private List<RecordKey> keys(RecordFilter filter) {
        RecordSearch search = new RecordSearch(database);
        List<RecordKey> keys = new ArrayList<>();
        Optional<PagePlace> place = Optional.of(new PagePlace.First());
        while (place.isPresent() && keys.size() < ITEMS_MAX) {
            RecordPage page = search.page(filter, place.get(), ROWS_TOGETHER);
            page.rows().stream()
                    .filter(RecordLine::dayIsOwn)
                    .map(RecordLine::key)
                    .forEach(keys::add);
            place = page.next();
        }
        return keys;
    }

    private static Agenda agenda(Connection connection, UUID teamId, List<RecordKey> keys) throws SQLException {
        RecordRows rows = new RecordRows();
        List<AgendaItem> items = new ArrayList<>();
        for (StoredRecord stored : rows.find(connection, teamId, keys)) {
            if (stored.toLife().isAlive()) {
                item(stored).ifPresent(items::add);
            }
        }
        Set<RecordKey> workplaces = items.stream()
                .flatMap(item -> item.workplaceId().stream())
                .flatMap(id -> uuid(id).stream())
                .map(id -> new RecordKey(teamId, RecordType.RECORD_TYPE_WORKPLACE_VALUE, id))
                .collect(Collectors.toSet());
        Map<String, Workplace> found = new HashMap<>();
        for (StoredRecord stored : rows.find(connection, teamId, workplaces)) {
            found.put(stored.key().id().toString(), parse(stored, Workplace.parser()));
        }
        return new Agenda(items, found);
    }

    private static Optional<AgendaItem> item(StoredRecord stored) {
        return switch (RecordType.forNumber(stored.key().type())) {
            case RECORD_TYPE_VISIT -> item(stored.key(), parse(stored, Visit.parser()));
            case RECORD_TYPE_WORKSHOP -> item(stored.key(), parse(stored, Workshop.parser()));
            case RECORD_TYPE_MEETING -> item(stored.key(), parse(stored, Meeting.parser()));
            case RECORD_TYPE_FOLLOW_UP -> item(stored.key(), parse(stored, FollowUp.parser()));
            default -> Optional.empty();
        };
    }

    private static Optional<AgendaItem> item(RecordKey key, Visit visit) {
        return day(visit.getVisitOn())
                .map(day -> new AgendaItem(
                        key,
                        day,
                        time(visit.getStartsAt()),
                        Optional.empty(),
                        some(visit.getWorkplaceId()),
                        visit.getMembersMap().keySet(),
                        bodies(visit.getMembersMap(), ""),
                        !visit.hasOutcome()));
    }

    private static Optional<AgendaItem> item(RecordKey key, Workshop workshop) {
        boolean isOpen = workshop.getOutcome().getState() == WorkshopState.WORKSHOP_STATE_UNSPECIFIED;
        return day(workshop.getHeldOn())
                .map(day -> new AgendaItem(
                        key,
                        day,
                        time(workshop.getStartsAt()),
                        time(workshop.getEndsAt()),
                        some(workshop.getWorkplaceId()),
                        workshop.getMembersMap().keySet(),
                        bodies(workshop.getMembersMap(), workshop.getHostingBodyId()),
                        isOpen));
    }

    private static Optional<AgendaItem> item(RecordKey key, Meeting meeting) {
        Optional<LocalTime> from = time(meeting.getStartsAt());
        return day(meeting.getHeldOn())
                .map(day -> new AgendaItem(
                        key,
                        day,
                        from,
                        meeting.hasDurationMinutes()
                                ? from.map(start -> start.plusMinutes(meeting.getDurationMinutes()))
                                : Optional.empty(),
                        some(meeting.getWorkplaceId()),
                        meeting.getAttendeesMap().keySet(),
                        bodies(Map.of(), meeting.getHostingBodyId()),
                        meeting.getMinutes().isEmpty() && meeting.getDecisions().isEmpty()));
    }

    /** It takes nobody's time on that day: it is only due. */
    private static Optional<AgendaItem> item(RecordKey key, FollowUp followUp) {
        return day(followUp.getDueOn())
                .map(day -> new AgendaItem(
                        key,
                        day,
                        Optional.empty(),
                        Optional.empty(),
                        some(followUp.getWorkplaceId()),
                        Set.of(),
                        bodies(Map.of(), followUp.getAssignment().getBodyId()),
                        !followUp.hasClosing()));
    }

    private static Set<String> bodies(Map<String, StaffMember> members, String host) {
        return Stream.concat(Stream.of(host), members.values().stream().map(StaffMember::getBodyId))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <M extends Message> M parse(StoredRecord stored, Parser<M> parser) {
        try {
            return parser.parseFrom(stored.body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept contents of " + stored.key() + " do not parse", e);
        }
    }
}
