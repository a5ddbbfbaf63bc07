package tsunagi.server.console.records;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Options;
import tsunagi.records.v1.RecordType;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Sql;

/** Which records have to do with one: those it names, and those that name it. */
final class Related {
    private static final int EACH_MAX = 12;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Connection connection;
    private final RecordKey key;

    Related(Connection connection, RecordKey key) {
        this.connection = connection;
        this.key = key;
    }

    /** Those that name it in a field of their own, by their type, as the plain tables know them. */
    Map<RecordType, List<RecordKey>> namingIt() throws SQLException {
        Map<RecordType, List<RecordKey>> all = new LinkedHashMap<>();
        for (RecordSchema schema : RecordSchemas.standard().all()) {
            RecordType type = RecordType.forNumber(schema.type());
            Set<RecordKey> keys = new LinkedHashSet<>();
            for (FieldDescriptor field : schema.descriptor().getFields()) {
                if (!field.isRepeated() && field.getOptions().getExtension(Options.refersTo) == key.type()) {
                    keys.addAll(naming(type, field.getName()));
                }
            }
            if (!keys.isEmpty()) {
                all.put(type, keys.stream().limit(EACH_MAX + 1).toList());
            }
        }
        return all;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isMore(List<RecordKey> keys) {
        return keys.size() > EACH_MAX;
    }

    private List<RecordKey> naming(RecordType type, String field) throws SQLException {
        String table = TypeWords.of(type);
        return Sql.of(
                        connection,
                        """
                        SELECT line.record_id FROM %s named
                        JOIN record_line line ON line.team_id = named.team_id AND line.record_type = ?
                            AND line.record_id = named.id
                        WHERE named.team_id = ? AND named.%s = ? AND line.life = 'alive'
                        ORDER BY line.sort_day DESC, line.record_id DESC LIMIT ?
                        """.formatted(table, field),
                        table,
                        key.teamId().toString(),
                        key.id().toString(),
                        EACH_MAX + 1)
                .list(row -> new RecordKey(key.teamId(), type.getNumber(), UUID.fromString(row.text("record_id"))));
    }

    /** Those it names in fields of its own. */
    List<RecordKey> named(Message record) {
        List<RecordKey> keys = new ArrayList<>();
        record.getAllFields().forEach((field, value) -> {
            int type = field.getOptions().getExtension(Options.refersTo);
            if (type != 0) {
                (field.isRepeated() ? (List<?>) value : List.of(value)).forEach(id -> add(keys, type, (String) id));
            }
        });
        return keys;
    }

    /** What is no id names nothing that could be shown; the field itself says so. */
    private void add(List<RecordKey> keys, int type, String id) {
        if (isId(id)) {
            keys.add(new RecordKey(key.teamId(), type, UUID.fromString(id)));
        }
    }
}
