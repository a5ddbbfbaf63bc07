package tsunagi.server.export;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.score.Score;
import tsunagi.score.Scoring;
import tsunagi.score.SheetStanding;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.Language;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.ValueText;

/**
 * The sheets of one round, a row each, with a column for each question. A sheet whose consent to totals was refused or taken back
 * is not among them, as it stands at the moment it is read.
 */
final class SheetTable implements ExportTable {
    private static final int ROWS_TOGETHER = 250;
    private static final int TYPE = RecordType.RECORD_TYPE_RESPONSE_VALUE;

    private final Database database;
    private final AskedRound round;
    private final Language language;
    private final List<SheetColumn> columns;

    SheetTable(Database database, AskedRound round, Language language, boolean withFreeText) {
        this.database = database;
        this.round = round;
        this.language = language;
        this.columns = new SheetColumns(round, language, withFreeText).columns();
    }

    @Override
    public String key() {
        return "sheet";
    }

    @Override
    public String title() {
        return Said.SHEETS.in(language);
    }

    @Override
    public List<ExportColumn> columns() {
        return columns.stream().map(SheetColumn::column).toList();
    }

    @Override
    public RowPages rows() {
        return new Pages();
    }

    /** Goes from page to page along the ids; nothing is held between them but the last one. */
    private final class Pages implements RowPages {
        private String after = "";
        private boolean isMore = true;

        @Override
        public Optional<List<List<Cell>>> next() {
            if (!isMore) {
                return Optional.empty();
            }
            return Optional.of(database.read(connection -> {
                List<String> ids = ids(connection, after);
                isMore = ids.size() == ROWS_TOGETHER;
                after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
                return rows(connection, ids);
            }));
        }
    }

    private List<String> ids(Connection connection, String after) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(round.key().teamId().toString()));
        arguments.addAll(round.ids());
        arguments.add(after);
        return Sql.of(
                        connection,
                        "SELECT id FROM response WHERE team_id = ? AND round_id IN ("
                                + Sql.marks(round.ids().size()) + ") AND id > ? ORDER BY id LIMIT " + ROWS_TOGETHER,
                        arguments.toArray())
                .list(row -> row.text("id"));
    }

    private List<List<Cell>> rows(Connection connection, List<String> ids) throws SQLException {
        UUID teamId = round.key().teamId();
        List<RecordKey> keys = ids.stream()
                .map(id -> new RecordKey(teamId, TYPE, UUID.fromString(id)))
                .toList();
        Map<RecordKey, Response> sheets = new LinkedHashMap<>();
        for (StoredRecord stored : new RecordRows().find(connection, teamId, keys)) {
            if (stored.toLife().isAlive()) {
                sheets.put(stored.key(), parse(stored));
            }
        }
        Set<String> leftOut = leftOut(connection, teamId, ids);
        return new DatabaseNames(connection, teamId, language).allFor(names -> keys.stream()
                .filter(sheets::containsKey)
                .flatMap(key -> shown(key, sheets.get(key), leftOut, names).stream())
                .map(sheet -> columns.stream().map(column -> column.cell(sheet)).collect(Collectors.toList()))
                .toList());
    }

    private Optional<ShownSheet> shown(RecordKey key, Response sheet, Set<String> leftOut, NameSource names) {
        Map<String, Score> scores = round.version(sheet.getFormVersionId())
                .map(version -> Scoring.scores(version, sheet))
                .orElse(Map.of());
        SheetStanding standing =
                SheetStanding.of(sheet, round.version(sheet.getFormVersionId()), scores, round.consentScopes());
        boolean isRefused = standing == SheetStanding.CONSENT_WITHDRAWN || standing == SheetStanding.CONSENT_REFUSED;
        return isRefused
                ? Optional.empty()
                : Optional.of(new ShownSheet(
                        ShownRecord.of(key, sheet),
                        sheet,
                        standing,
                        scores,
                        leftOut.contains(key.id().toString()),
                        new ValueText(language, names)));
    }

    private static Set<String> leftOut(Connection connection, UUID teamId, List<String> ids) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(teamId.toString()));
        arguments.addAll(ids);
        return new HashSet<>(Sql.of(
                        connection,
                        "SELECT about_id FROM review WHERE team_id = ? AND about_id IN (" + Sql.marks(ids.size())
                                + ") AND exclusion_left_out = 1",
                        arguments.toArray())
                .list(row -> row.text("about_id")));
    }

    private static Response parse(StoredRecord stored) {
        try {
            return Response.parseFrom(stored.body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept contents of " + stored.key() + " do not parse", e);
        }
    }
}
