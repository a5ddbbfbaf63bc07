package tsunagi.server.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.score.SheetStanding;
import tsunagi.server.export.ExportColumn.Kind;
import tsunagi.server.search.PagePlace;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.RecordLine;
import tsunagi.server.search.RecordPage;
import tsunagi.server.search.RecordSearch;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.Language;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.ValueText;

/**
 * The records of one type that a filter lets through, newest first. Which there are is read from the plain tables, what they say
 * from the records themselves; what moves while it is read may be in it as before or as after.
 */
final class RecordTable implements ExportTable {
    private static final int ROWS_TOGETHER = 200;

    private final Database database;
    private final RecordFilter filter;
    private final RecordType type;
    private final Language language;
    private final List<RecordColumn> fields;
    private final List<RecordColumn> ids;

    RecordTable(Database database, RecordFilter filter, RecordType type, Language language) {
        this.database = database;
        this.filter = filter.ofTypes(type);
        this.type = type;
        this.language = language;
        var descriptor =
                RecordSchemas.standard().find(type.getNumber()).orElseThrow().descriptor();
        this.fields = RecordColumns.of(descriptor, language);
        this.ids = RecordColumns.idsOf(descriptor, language);
    }

    @Override
    public String key() {
        return TypeWords.of(type);
    }

    @Override
    public String title() {
        return RecordWords.in(language).type(type);
    }

    @Override
    public List<ExportColumn> columns() {
        List<ExportColumn> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(field.column()));
        columns.add(leftOut(language));
        columns.add(own("conflicts", Said.CONFLICTS, Kind.NUMBER));
        columns.add(own("problems", Said.PROBLEMS, Kind.NUMBER));
        columns.add(own("recorded_by", Said.FIRST_PERSON, Kind.TEXT));
        columns.add(own("recorded_at", Said.FIRST_AT, Kind.MOMENT));
        columns.add(own("changed_by", Said.LAST_PERSON, Kind.TEXT));
        columns.add(own("changed_at", Said.LAST_AT, Kind.MOMENT));
        columns.add(own("id", Said.RECORD_ID, Kind.ID));
        ids.forEach(id -> columns.add(id.column()));
        return columns;
    }

    static ExportColumn leftOut(Language language) {
        return new ExportColumn(
                "left_out",
                Said.LEFT_OUT.in(language),
                Kind.CHOICE,
                Said.LEFT_OUT_SAYS.in(language),
                "",
                List.of(RecordColumns.yesOrNo(language, true)));
    }

    private ExportColumn own(String id, Said heading, Kind kind) {
        return ExportColumn.of(id, heading.in(language), kind);
    }

    @Override
    public RowPages rows() {
        return new Pages();
    }

    /** Goes from page to page; nothing is held between them but the place. */
    private final class Pages implements RowPages {
        private final RecordSearch search = new RecordSearch(database);
        private Optional<PagePlace> place = Optional.of(new PagePlace.First());

        @Override
        public Optional<List<List<Cell>>> next() {
            if (place.isEmpty()) {
                return Optional.empty();
            }
            RecordPage page = search.page(filter, place.get(), ROWS_TOGETHER);
            place = page.next();
            return Optional.of(database.read(connection -> rows(connection, page.rows())));
        }
    }

    private List<List<Cell>> rows(Connection connection, List<RecordLine> lines) throws SQLException {
        Map<RecordKey, StoredRecord> stored = new HashMap<>();
        new RecordRows()
                        .find(
                                connection,
                                filter.teamId(),
                                lines.stream().map(RecordLine::key).toList())
                        .stream()
                        .filter(record -> filter.deleted() || record.toLife().isAlive())
                        .forEach(record -> stored.put(record.key(), record));
        Map<UUID, ShownRecord> shown = new HashMap<>();
        stored.forEach((key, record) -> shown.put(key.id(), ShownRecord.of(key, record.body())));
        return new DatabaseNames(connection, filter.teamId(), language).allFor(names -> lines.stream()
                .filter(line -> shown.containsKey(line.key().id()))
                .filter(line -> mayBeSeen(shown.get(line.key().id())))
                .map(line -> row(line, shown.get(line.key().id()), names))
                .toList());
    }

    /** Of a sheet whose consent was taken back, nothing is told. */
    private boolean mayBeSeen(ShownRecord record) {
        return type != RecordType.RECORD_TYPE_RESPONSE || !SheetConsent.isRefused(record, SheetStanding.TOTALS);
    }

    private List<Cell> row(RecordLine line, ShownRecord record, NameSource names) {
        ValueText text = new ValueText(language, names);
        List<Cell> cells = new ArrayList<>();
        fields.forEach(field -> cells.add(field.cell(record, text, language)));
        cells.add(line.leftOut() ? RecordColumns.yesOrNo(language, true) : Cell.BLANK);
        cells.add(line.conflicts() == 0 ? Cell.BLANK : Cell.number(line.conflicts()));
        cells.add(line.problems() == 0 ? Cell.BLANK : Cell.number(line.problems()));
        add(cells, line.first(), names);
        add(cells, line.last(), names);
        cells.add(Cell.text(line.key().id().toString()));
        ids.forEach(id -> cells.add(id.cell(record, text, language)));
        return cells;
    }

    private static void add(List<Cell> cells, Optional<RecordLine.Said> said, NameSource names) {
        cells.add(said.map(RecordLine.Said::personId)
                .map(id -> Cell.text(names.person(id).orElse(id)))
                .orElse(Cell.BLANK));
        cells.add(said.map(RecordLine.Said::at)
                .map(Instant::toEpochMilli)
                .<Cell>map(Cell.Moment::new)
                .orElse(Cell.BLANK));
    }
}
