package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;

/** All plain tables of this program, and which of them a type of record fills. */
final class PlainSchema {
    private final RecordSchemas records;
    private final Map<Integer, Mapping> mappings = new TreeMap<>();

    PlainSchema(RecordSchemas records) {
        this.records = records;
        Remarks remarks = new Remarks(records, SchemaComments.standard());
        for (RecordSchema record : records.all()) {
            mappings.put(record.type(), MappingBuilder.of(record, remarks));
        }
    }

    Optional<Descriptor> descriptor(int type) {
        return records.find(type).map(RecordSchema::descriptor);
    }

    /** The types known here. */
    Set<Integer> types() {
        return mappings.keySet();
    }

    /** Whether records of a type stand in a table of this name, with this column. */
    boolean has(String table, String column) {
        return mappings.values().stream()
                .map(Mapping::table)
                .filter(each -> each.name().equals(table))
                .anyMatch(each ->
                        each.columns().stream().anyMatch(one -> one.name().equals(column)));
    }

    /** How records of this type become rows; empty when the type is not known here. */
    Optional<Mapping> mapping(int type) {
        return Optional.ofNullable(mappings.get(type));
    }

    /** What a type is called in the tables: the name of its own, or its number when it is not known here. */
    String typeName(int type) {
        return mapping(type).map(mapping -> mapping.table().name()).orElse(Integer.toString(type));
    }

    /** The tables that records of this type fill, but for the side tables; none when the type is not known here. */
    List<PlainTable> tablesOf(int type) {
        List<PlainTable> tables =
                new ArrayList<>(mapping(type).map(Mapping::tables).orElse(List.of()));
        if (type == SheetBasis.RESPONSE && hasSheets()) {
            tables.addAll(ScoreTables.OF_A_SHEET);
        }
        if (type == SheetBasis.ROUND && mappings.containsKey(type)) {
            tables.add(IssuedCodes.ISSUED_CODE);
        }
        return tables;
    }

    /** Whether it knows sheets and all that their scores stand on. */
    boolean hasSheets() {
        return mappings.keySet().containsAll(List.of(SheetBasis.RESPONSE, SheetBasis.FORM_VERSION, SheetBasis.ROUND));
    }

    List<PlainTable> tables() {
        List<PlainTable> tables = new ArrayList<>(SideTables.ALL);
        mappings.keySet().forEach(type -> tables.addAll(tablesOf(type)));
        if (hasSheets()) {
            tables.add(ScoreTables.SCORE_DUE);
        }
        return tables;
    }
}
