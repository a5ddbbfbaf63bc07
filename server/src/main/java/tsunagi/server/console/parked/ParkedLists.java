package tsunagi.server.console.parked;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.server.console.conflict.Writers;
import tsunagi.server.console.conflict.Written;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.parked.ParkedList.Waiting;
import tsunagi.server.intake.ParkedChange;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordTitle;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.ValueText;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.ParkReason;

/** Puts changes that wait into words. */
final class ParkedLists {
    private final RecordRows rows = new RecordRows();
    private final Members members = new Members();

    List<Waiting> words(Connection connection, Page page, UUID teamId, List<ParkedChange> changes) throws SQLException {
        Map<RecordKey, StoredRecord> records = new HashMap<>();
        Set<RecordKey> keys = new LinkedHashSet<>();
        changes.forEach(change -> change.key().ifPresent(keys::add));
        rows.find(connection, teamId, keys).forEach(record -> records.put(record.key(), record));
        Map<UUID, Authorship> authors = new LinkedHashMap<>();
        for (ParkedChange change : changes) {
            authors.put(change.changeId(), author(connection, teamId, change));
        }
        Writers writers = new Writers(connection, page);
        return new DatabaseNames(connection, teamId, page.language()).allFor(names -> {
            List<Waiting> waiting = new ArrayList<>();
            for (ParkedChange change : inGroups(changes)) {
                Written by = writers.of(names, authors.get(change.changeId()));
                waiting.add(words(page, names, writers, change, records, by, behind(change, changes)));
            }
            return waiting;
        });
    }

    /** Each followed by what waits behind it. */
    static List<ParkedChange> inGroups(List<ParkedChange> changes) {
        Set<UUID> there = new LinkedHashSet<>();
        changes.forEach(change -> there.add(change.changeId()));
        List<ParkedChange> grouped = new ArrayList<>();
        changes.stream()
                .filter(change -> change.behind().filter(there::contains).isEmpty())
                .forEach(head -> addWithThoseBehind(head, changes, grouped));
        return grouped;
    }

    private static void addWithThoseBehind(ParkedChange head, List<ParkedChange> changes, List<ParkedChange> grouped) {
        grouped.add(head);
        changes.stream()
                .filter(change ->
                        change.behind().filter(head.changeId()::equals).isPresent())
                .filter(change -> !grouped.contains(change))
                .forEach(change -> addWithThoseBehind(change, changes, grouped));
    }

    private static int behind(ParkedChange head, List<ParkedChange> changes) {
        List<ParkedChange> group = new ArrayList<>();
        addWithThoseBehind(head, changes, group);
        return group.size() - 1;
    }

    private static Waiting words(
            Page page,
            NameSource names,
            Writers writers,
            ParkedChange change,
            Map<RecordKey, StoredRecord> records,
            Written by,
            int behind) {
        String reason =
                change.reason().name().substring("PARK_REASON_".length()).toLowerCase(Locale.ROOT);
        Optional<ShownRecord> shown = change.key().map(key -> shown(key, records));
        ByteString body = change.wire().getBody();
        List<ValueText.Line> lines = shown.map(record -> new ValueText(page.language(), names).lines(record, body))
                .orElse(List.of());
        return new Waiting(
                change.changeId().toString(),
                page.say("parked.why." + reason),
                page.say("parked.do." + reason),
                isForTheOffice(change.reason()) ? change.detail() : "",
                action(page, change),
                shown.map(record -> RecordWords.in(page.language())
                                .type(record.key().type()))
                        .orElse(""),
                title(page, names, change, shown, records),
                by,
                change.carrierDeviceId().equals(change.originDeviceId())
                        ? ""
                        : writers.tablet(change.carrierDeviceId()),
                page.days().moment(change.receivedAtMs()),
                lines,
                change.wire().hasBody(),
                behind,
                change.behind().isPresent());
    }

    /** The record as it stands; of one that is new what the change says of it. */
    private static ShownRecord shown(RecordKey key, Map<RecordKey, StoredRecord> records) {
        StoredRecord there = records.get(key);
        return ShownRecord.of(key, there == null ? ByteString.EMPTY : there.body());
    }

    private static String title(
            Page page,
            NameSource names,
            ParkedChange change,
            Optional<ShownRecord> shown,
            Map<RecordKey, StoredRecord> records) {
        return shown.map(record -> records.containsKey(record.key())
                        ? record
                        : ShownRecord.of(record.key(), change.wire().getBody()))
                .map(record ->
                        new RecordTitle(page.language(), names).of(record).line())
                .orElse(page.say("parked.unknown_record"));
    }

    private static String action(Page page, ParkedChange change) {
        try {
            Action action = ChangeHeader.parseFrom(change.wire().getHeader()).getAction();
            return switch (action) {
                case ACTION_EDIT -> page.say("parked.action.edit");
                case ACTION_DELETE -> page.say("parked.action.delete");
                case ACTION_WITHDRAW -> page.say("parked.action.withdraw");
                case ACTION_DESTROY -> page.say("parked.action.destroy");
                case ACTION_ABSORB -> page.say("parked.action.absorb");
                case ACTION_SPLIT -> page.say("parked.action.split");
                case ACTION_UNSPECIFIED, UNRECOGNIZED -> page.say("parked.action.unknown");
            };
        } catch (InvalidProtocolBufferException e) {
            return page.say("parked.action.unknown");
        }
    }

    /** What is wrong with the bytes themselves says its detail; of rights the reason says it all. */
    private static boolean isForTheOffice(ParkReason reason) {
        return switch (reason) {
            case PARK_REASON_MALFORMED,
                    PARK_REASON_UNSTORABLE_TEXT,
                    PARK_REASON_TOO_LARGE,
                    PARK_REASON_NOT_APPLICABLE,
                    PARK_REASON_SERVER_FAULT -> true;
            case PARK_REASON_TEAM_UNKNOWN,
                    PARK_REASON_NOT_A_MEMBER,
                    PARK_REASON_ROLE_MISSING,
                    PARK_REASON_BEHIND_PARKED,
                    PARK_REASON_DEVICE_NOT_OF_TEAM,
                    PARK_REASON_UNSPECIFIED,
                    UNRECOGNIZED -> false;
        };
    }

    private Authorship author(Connection connection, UUID teamId, ParkedChange change) throws SQLException {
        Authorship.Builder by = Authorship.newBuilder()
                .setOriginDeviceId(Ids.toBytes(change.originDeviceId()))
                .setCorrectedAtMs(change.madeAt().atMs())
                .setClockWasWrong(change.madeAt().clockWasWrong());
        if (change.authorPersonId().isPresent()) {
            String personId = change.authorPersonId().get();
            by.setPersonId(personId);
            members.of(connection, teamId, personId).stream()
                    .filter(part -> part.covers(change.madeAt().atMs()))
                    .findFirst()
                    .flatMap(Membership::bodyId)
                    .ifPresent(by::setBodyId);
        }
        return by.build();
    }
}
