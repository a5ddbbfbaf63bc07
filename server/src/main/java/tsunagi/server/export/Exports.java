package tsunagi.server.export;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.calendar.FiscalYear;
import tsunagi.records.v1.RecordType;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** What of a team's records can be exported. Thread-safe. */
public final class Exports {
    /** They are there from year to year, so a whole year needs all of them. */
    private static final Set<RecordType> STANDING = Set.of(
            RecordType.RECORD_TYPE_WORKPLACE,
            RecordType.RECORD_TYPE_CONTACT,
            RecordType.RECORD_TYPE_PROGRAM,
            RecordType.RECORD_TYPE_COURSE,
            RecordType.RECORD_TYPE_PARTICIPANT,
            RecordType.RECORD_TYPE_MATERIAL,
            RecordType.RECORD_TYPE_AREA_CENSUS);

    /** They serve the program rather than people. */
    private static final Set<RecordType> INNER =
            Set.of(RecordType.RECORD_TYPE_REVIEW, RecordType.RECORD_TYPE_FORM_VERSION, RecordType.RECORD_TYPE_THEME);

    private final Database database;
    private final PublishedForms forms;

    public Exports(Database database, PublishedForms forms) {
        this.database = database;
        this.forms = forms;
    }

    /** The types that can be exported. */
    public static List<RecordType> types() {
        return TypeWords.ALL.stream().filter(type -> !INNER.contains(type)).toList();
    }

    /**
     * The records that a filter lets through, a table a type. When the filter names no types, all types come, and those that stand
     * from year to year whatever their days.
     */
    public Export records(RecordFilter filter, Language language) {
        boolean isWhole = filter.types().isEmpty();
        List<RecordType> types = types().stream()
                .filter(type -> isWhole || filter.types().contains(type))
                .toList();
        List<ExportTable> tables = types.stream()
                .<ExportTable>map(type -> new RecordTable(
                        database, isWhole && STANDING.contains(type) ? undated(filter) : filter, type, language))
                .toList();
        String what = types.size() == 1 ? RecordWords.in(language).type(types.get(0)) : Said.RECORDS.in(language);
        String plain = types.size() == 1 ? TypeWords.of(types.get(0)) : "records";
        Optional<FiscalYear> year = filter.fiscalYear();
        return new Export(
                what
                        + year.map(one -> "_" + Said.YEAR.in(language, one.startingYear()))
                                .orElse(""),
                plain + year.map(one -> "-" + one.startingYear()).orElse(""),
                language,
                tables);
    }

    private static RecordFilter undated(RecordFilter filter) {
        return new RecordFilter(
                filter.teamId(),
                filter.types(),
                filter.text(),
                Optional.empty(),
                filter.workplaceId(),
                filter.personId(),
                filter.bodyId(),
                Optional.empty(),
                Optional.empty(),
                filter.marks(),
                filter.deleted());
    }

    /** The sheets of a round with their answers; empty when there is no such round. */
    public Optional<Export> sheets(UUID teamId, UUID roundId, boolean withFreeText, Language language) {
        return AskedRound.find(database, forms, teamId, roundId).map(round -> {
            String name = round.round().getName().isEmpty()
                    ? RecordWords.in(language).type(RecordType.RECORD_TYPE_ROUND)
                    : round.round().getName();
            return new Export(
                    Said.ANSWERS.in(language, name),
                    "answers-" + round.key().id(),
                    language,
                    List.of(new SheetTable(database, round, language, withFreeText)));
        });
    }

    /** The bytes of it, made as they are read. */
    public static ExportStream open(Export export, ExportFormat format, ExportStream.Ending ending) {
        return new ExportStream(export, format, ending);
    }
}
