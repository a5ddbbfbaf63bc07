package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;

/** Tables, indexes and views as they stand in the database. */
@StorageContract
final class CatalogTest {
    private PlainScenario server;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyView_hasTheColumnsItsCommentTellsOf() {
        List<String> names = new ArrayList<>();
        new PlainSchema(RecordSchemas.standard()).tables().forEach(table -> names.add(table.name()));

        for (PlainView view : Catalog.views(new LinkedHashSet<>(names))) {
            assertThat(server.columnsOf(view.name()))
                    .as(view.name())
                    .containsExactlyElementsOf(view.columns().keySet());
        }
    }

    @Test
    void remake_whenViewsStandOnViews_dropsAndMakesThemAll() {
        server.says(
                "visit",
                Visit.newBuilder()
                        .setVisitOn("2025-03-31")
                        .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
                        .build());
        server.follows();

        server.tables().rebuild();
        server.follows();

        assertThat(server.asks("SELECT fiscal_year, visits FROM figure_visit")).containsExactly("2024|1");
    }

    @Test
    void fiscalYear_whenTheDayIsNone_isNotSaidAndBreaksNothing() {
        for (String day : List.of("2024-04-01", "2024-3", "", "令和6年4月1日です", "abcd-ef-gh", "20240401xx")) {
            server.says(
                    "visit " + day,
                    Visit.newBuilder()
                            .setVisitOn(day)
                            .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
                            .build());
        }
        server.follows();

        assertThat(server.asks(
                        "SELECT fiscal_year, COUNT(*) FROM counted_work GROUP BY fiscal_year ORDER BY fiscal_year"))
                .contains("2024|2", "null|4");
    }
}
