package tsunagi.trials.bench;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.name.SearchWords;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.server.search.PageKey;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.LiveRecord;

/** Lists by OFFSET, and lists of visits without the table that is made for lists. */
final class ListsBaseline {
    private final Database database;
    private final UUID teamId;
    private final RecordRows records = new RecordRows();

    ListsBaseline(Database database, UUID teamId) {
        this.database = database;
        this.teamId = teamId;
    }

    /** The keys of a page so far from the beginning; of all types when no type is given. */
    List<PageKey> byOffset(Optional<RecordType> type, int offset, int rows) {
        String ofType = type.map(some -> " AND record_type = '" + TypeWords.of(some) + "'")
                .orElse("");
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT sort_day, record_id, record_type FROM record_line WHERE team_id = ? AND life = 'alive'"
                                + ofType + " ORDER BY sort_day DESC, record_id DESC LIMIT " + rows + " OFFSET "
                                + offset,
                        teamId.toString())
                .list(row -> new PageKey(
                        row.text("sort_day"),
                        UUID.fromString(row.text("record_id")),
                        TypeWords.find(row.text("record_type")).orElseThrow())));
    }

    /** How many live, of all types when no type is given. */
    int count(Optional<RecordType> type) {
        String ofType = type.map(some -> " AND record_type = '" + TypeWords.of(some) + "'")
                .orElse("");
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT COUNT(*) AS number FROM record_line WHERE team_id = ? AND life = 'alive'" + ofType,
                        teamId.toString())
                .first(row -> row.smallNumber("number"))
                .orElse(0));
    }

    /** The ids of the newest, out of their own plain table. */
    List<String> newest(int rows) {
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT id FROM visit WHERE team_id = ? ORDER BY visit_on DESC, id DESC LIMIT " + rows,
                        teamId.toString())
                .list(row -> row.text("id")));
    }

    /** The ids of the newest that are found by these words: every visit and every workplace is read and looked through. */
    List<String> newest(String words, int rows) {
        return database.read(connection -> newest(connection, SearchWords.of(words), rows));
    }

    private List<String> newest(Connection connection, SearchWords words, int rows) throws SQLException {
        Map<String, List<String>> places = new HashMap<>();
        for (StoredRecord record : records.living(connection, teamId, RecordType.RECORD_TYPE_WORKPLACE_VALUE)) {
            places.put(record.key().id().toString(), texts(read(record, Workplace.getDefaultInstance())));
        }
        List<Found> found = new ArrayList<>();
        for (StoredRecord record : records.living(connection, teamId, RecordType.RECORD_TYPE_VISIT_VALUE)) {
            Visit visit = read(record, Visit.getDefaultInstance());
            List<String> texts = texts(visit);
            texts.addAll(places.getOrDefault(visit.getWorkplaceId(), List.of()));
            if (words.find(texts)) {
                found.add(new Found(visit.getVisitOn(), record.key().id().toString()));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Found::day)
                        .thenComparing(Found::id)
                        .reversed())
                .limit(rows)
                .map(Found::id)
                .toList();
    }

    private record Found(String day, String id) {}

    private static List<String> texts(Message message) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<FieldDescriptor, Object> set : message.getAllFields().entrySet()) {
            Collection<?> values = set.getKey().isRepeated() ? (List<?>) set.getValue() : List.of(set.getValue());
            for (Object value : values) {
                if (value instanceof Message part) {
                    texts.addAll(texts(part));
                } else if (value instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static <M extends Message> M read(StoredRecord record, M type) {
        try {
            @SuppressWarnings("unchecked") // a parser makes messages of the type it belongs to
            M read = (M) type.getParserForType()
                    .parseFrom(LiveRecord.parseFrom(record.contents()).getBody());
            return read;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(record.key() + " does not parse", e);
        }
    }
}
