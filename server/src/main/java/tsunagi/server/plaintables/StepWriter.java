package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;

/** Puts records' new rows in the place of their old ones, with as few statements as tables are touched. */
final class StepWriter {
    private static final int IDS_PER_STATEMENT = 100;

    private final Connection connection;
    private final PlainSchema schema;
    private final String teamId;

    StepWriter(Connection connection, PlainSchema schema, UUID teamId) {
        this.connection = connection;
        this.schema = schema;
        this.teamId = teamId.toString();
    }

    void replace(List<RecordKey> records, List<PlainRow> rows) throws SQLException {
        boolean duplicatesMoved = false;
        for (Map.Entry<Integer, List<String>> type : idsByType(records).entrySet()) {
            duplicatesMoved |= deleteRows(type.getKey(), type.getValue());
        }
        boolean isAnyAbsorbed = insert(rows).contains(SideTables.ABSORBED);
        if (duplicatesMoved || isAnyAbsorbed) {
            new Successors(connection, teamId).settle();
        }
    }

    /** The tables that got any. */
    private Set<PlainTable> insert(List<PlainRow> rows) throws SQLException {
        Map<PlainTable, List<PlainRow>> byTable = new LinkedHashMap<>();
        rows.forEach(row ->
                byTable.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row));
        for (Map.Entry<PlainTable, List<PlainRow>> table : byTable.entrySet()) {
            insert(table.getKey(), table.getValue());
        }
        return byTable.keySet();
    }

    /** Puts the scores of these sheets in the place of the old ones, and takes them off the list of those to be looked at. */
    void replaceScores(List<String> responseIds, List<PlainRow> rows) throws SQLException {
        List<PlainTable> tables = new ArrayList<>(ScoreTables.OF_A_SHEET);
        tables.add(ScoreTables.SCORE_DUE);
        for (List<String> some : Slices.of(responseIds, IDS_PER_STATEMENT)) {
            for (PlainTable table : tables) {
                delete(table, List.of(teamId), some);
            }
        }
        insert(rows);
    }

    private static Map<Integer, List<String>> idsByType(List<RecordKey> records) {
        Map<Integer, List<String>> ids = new TreeMap<>();
        records.forEach(key -> ids.computeIfAbsent(key.type(), type -> new ArrayList<>())
                .add(key.id().toString()));
        return ids;
    }

    /** True when one of the records was a duplicate until now. */
    private boolean deleteRows(int type, List<String> ids) throws SQLException {
        int duplicates = 0;
        for (List<String> some : Slices.of(ids, IDS_PER_STATEMENT)) {
            for (PlainTable table : schema.tablesOf(type)) {
                delete(table, List.of(teamId), some);
            }
            for (PlainTable table : SideTables.ALL) {
                int deleted = delete(table, List.of(teamId, schema.typeName(type)), some);
                duplicates += table == SideTables.ABSORBED ? deleted : 0;
            }
        }
        return duplicates > 0;
    }

    private int delete(PlainTable table, List<String> leading, List<String> ids) throws SQLException {
        List<String> arguments = new ArrayList<>(leading);
        arguments.addAll(ids);
        return Sql.of(connection, table.delete(leading.size() + 1, ids.size()), arguments.toArray())
                .update();
    }

    private void insert(PlainTable table, List<PlainRow> rows) throws SQLException {
        try (Batch batch = new Batch(connection, table.insert())) {
            for (PlainRow row : rows) {
                batch.add(row.values().toArray());
            }
            batch.run();
        }
    }
}
