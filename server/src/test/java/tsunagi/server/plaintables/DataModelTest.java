package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordSchemas;

final class DataModelTest {
    private static final Path PAGE = Path.of("../docs/data-model.md");

    @Test
    void page_isWhatStandsInTheDocuments() throws IOException {
        List<String> wanted = DataModel.page().lines().toList();
        List<String> standing = Files.readAllLines(PAGE);
        List<String> missing = wanted.stream()
                .filter(line -> !standing.contains(line))
                .limit(5)
                .toList();

        assertThat(standing.equals(wanted))
                .as("out of date: ./tsunagi data-model > docs/data-model.md; first lines it lacks: " + missing)
                .isTrue();
    }

    @Test
    void everyView_isMadeWithTheSchemaAsItIs() {
        Set<String> there = new TreeSet<>();
        new PlainSchema(RecordSchemas.standard()).tables().forEach(table -> there.add(table.name()));

        assertThat(Catalog.views(there))
                .extracting(PlainView::name)
                .containsExactlyElementsOf(
                        ViewFiles.all().stream().map(PlainView::name).toList());
    }

    @Test
    void everyTableAndColumn_saysWhatItHolds() {
        for (PlainTable table : new PlainSchema(RecordSchemas.standard()).tables()) {
            assertThat(table.comment()).as(table.name()).isNotEmpty();
            assertThat(table.columns()).allSatisfy(column -> assertThat(column.remark())
                    .as(table + "." + column.name())
                    .isNotEmpty());
        }
    }

    @Test
    void everyIndex_isOfColumnsThatAreThere() {
        PlainSchema schema = new PlainSchema(RecordSchemas.standard());

        for (PlainIndex index : PlainIndex.ALL) {
            assertThat(schema.tables())
                    .filteredOn(table -> table.name().equals(index.table()))
                    .singleElement()
                    .satisfies(table ->
                            assertThat(table.columns()).extracting(Column::name).containsAll(index.columns()));
        }
    }
}
