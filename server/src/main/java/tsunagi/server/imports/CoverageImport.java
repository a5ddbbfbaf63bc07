package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.CensusCount;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.SizeClass;

/**
 * Imports how many workplaces there are: a line for each municipality, industry and size, or a line for each municipality and industry
 * with a column for each size. Finer classes of 100 people or more are added up; totals are passed over.
 */
final class CoverageImport implements Importer {
    private static final int TYPE = TeamRecords.typeOf(AreaCensus.getDefaultInstance());

    private final TeamRecords records;
    private final Filling filling;
    private final String statistic;
    private final Optional<String> asOf;
    private final Map<String, AreaCensus.Builder> censuses = new LinkedHashMap<>();
    private final Map<String, List<ImportRow>> rowsByMunicipality = new HashMap<>();
    private final Map<String, Integer> rowsByCell = new HashMap<>();

    /**
     * An import.
     *
     * @param statistic the statistic and its year, such as {@code economic_census_2021}
     * @param asOf the day the figures hold for
     */
    CoverageImport(TeamRecords records, boolean overwrites, String statistic, Optional<String> asOf) {
        this.records = records;
        this.filling = new Filling(overwrites, records);
        this.statistic = statistic;
        this.asOf = asOf;
    }

    @Override
    public List<Planned> plan(List<ImportRow> rows) {
        List<Planned> refused = new ArrayList<>();
        for (ImportRow row : rows) {
            read(row);
            if (row.isRefused()) {
                refused.add(Planned.refused(row, row.text("municipality_code").orElse("")));
            }
        }
        List<Planned> planned = new ArrayList<>();
        censuses.forEach((code, census) -> planned.add(plan(code, census.build())));
        planned.addAll(refused);
        return planned;
    }

    private Planned plan(String code, AreaCensus census) {
        RecordKey key =
                new RecordKey(records.teamId(), TYPE, DerivedId.of(records.teamId(), TYPE, List.of(code, statistic)));
        ImportRow row = rowsByMunicipality.get(code).get(0);
        ImportRow sum = new ImportRow(row.number(), Map.of(), Map.of());
        var edit = filling.edit(records.state(key), census, sum);
        int workplaces = census.getCountsMap().values().stream()
                .mapToInt(CensusCount::getWorkplaces)
                .sum();
        String name = code + " " + statistic + " (" + workplaces + " 事業場)";
        return sum.isRefused() ? Planned.refused(sum, name) : Planned.of(sum, name, List.of(edit));
    }

    private void read(ImportRow row) {
        if (isTotal(row.text("industry").orElse("")) || isTotal(row.text("size").orElse(""))) {
            return;
        }
        Optional<String> code = row.text("municipality_code").map(MunicipalityCode::five);
        if (code.isEmpty()) {
            Missing.refuse(row, "municipality_code", ImportKind.COVERAGE);
        }
        Optional<Industry> industry = industry(row);
        Map<SizeClass, CensusCount.Builder> counts = counts(row);
        if (row.isRefused() || code.isEmpty() || industry.isEmpty()) {
            return;
        }
        if (counts.isEmpty()) {
            row.refuse(
                    "size",
                    "規模と事業場数が読み取れません。「規模」「事業場数」の列か、「1～4人」のような規模ごとの列を作ってください。",
                    "There is no size with its number. Use the columns 'size' and 'workplaces', or a column for each size.");
            return;
        }
        counts.forEach((size, count) ->
                add(row, code.get(), count.setIndustry(industry.get()).setSizeClass(size)));
    }

    private static Optional<Industry> industry(ImportRow row) {
        if (row.text("industry").isEmpty()) {
            Missing.refuse(row, "industry", ImportKind.COVERAGE);
        }
        return row.choice("industry", Words.INDUSTRIES);
    }

    private static Map<SizeClass, CensusCount.Builder> counts(ImportRow row) {
        Map<SizeClass, CensusCount.Builder> counts = new LinkedHashMap<>();
        if (row.text("size").isPresent()) {
            Optional<SizeClass> size = row.choice("size", Words.SIZES);
            Optional<Integer> workplaces = number(row, "workplaces");
            Optional<Integer> people = number(row, "people");
            if (size.isPresent() && workplaces.isPresent()) {
                CensusCount.Builder count = CensusCount.newBuilder().setWorkplaces(workplaces.get());
                people.ifPresent(count::setPeople);
                counts.put(size.get(), count);
            }
            return counts;
        }
        row.cells().keySet().forEach(heading -> Words.SIZES.find(heading).ifPresent(size -> number(row, heading)
                .ifPresent(workplaces -> counts.merge(
                        size,
                        CensusCount.newBuilder().setWorkplaces(workplaces),
                        (one, other) -> one.setWorkplaces(one.getWorkplaces() + other.getWorkplaces())))));
        return counts;
    }

    /** Statistics write a hyphen for none. */
    private static Optional<Integer> number(ImportRow row, String column) {
        return row.text(column).flatMap(text -> text.matches("[-‐−–—]") ? Optional.of(0) : row.count(column, text));
    }

    private void add(ImportRow row, String code, CensusCount.Builder count) {
        String cell = letter(count.getIndustry()) + "/" + range(count.getSizeClass());
        AreaCensus.Builder census = censuses.computeIfAbsent(code, unknown -> begin(code));
        rowsByMunicipality.computeIfAbsent(code, unknown -> new ArrayList<>()).add(row);
        CensusCount there = census.getCountsMap().get(cell);
        boolean isOpenEnded = count.getSizeClass() == SizeClass.SIZE_CLASS_100_OVER;
        Integer earlier = rowsByCell.putIfAbsent(code + " " + cell, row.number());
        if (there != null && !isOpenEnded) {
            row.refuse(
                    "size",
                    earlier + " 行目と同じ市区町村・業種・規模です。どちらかを消してください。",
                    "Row " + earlier + " has the same municipality, industry and size. Take one out.");
            return;
        }
        if (there != null) {
            count.setWorkplaces(count.getWorkplaces() + there.getWorkplaces());
            if (there.hasPeople()) {
                count.setPeople(count.getPeople() + there.getPeople());
            }
        }
        census.putCounts(cell, count.build());
    }

    private AreaCensus.Builder begin(String code) {
        AreaCensus.Builder census =
                AreaCensus.newBuilder().setMunicipalityCode(code).setStatistic(statistic);
        asOf.ifPresent(census::setAsOfOn);
        return census;
    }

    private static boolean isTotal(String text) {
        return text.matches("(.*[全総]産業.*|総数|合計|計|総計|小計|.*[A-T]\\s*[～~〜-]\\s*[A-T].*|.*派遣.*のみ.*)");
    }

    private static String letter(Industry industry) {
        return industry.name().substring("INDUSTRY_".length(), "INDUSTRY_".length() + 1);
    }

    /** As the key of a count has it: {@code 5-9}, {@code 100-}. */
    private static String range(SizeClass size) {
        String words = size.name().substring("SIZE_CLASS_".length());
        return words.endsWith("_OVER") ? words.replace("_OVER", "-") : words.replace('_', '-');
    }
}
