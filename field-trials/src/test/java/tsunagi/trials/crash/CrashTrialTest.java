package tsunagi.trials.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;

/** The short form of {@code trial crash}; the long form is that command with more kills. */
@Timeout(300)
class CrashTrialTest {
    private static final int TABLETS = 3;
    private static final long SEED = 1;

    @TempDir
    Path directory;

    @Test
    void run_onSqlite_keepsEveryWordAndFindsWhatIsMadeToBreakOne() throws Exception {
        Store store = new SqliteStore(directory);
        CrashReport report = new CrashTrial(directory, store, TABLETS, SEED).run(2);

        assertThat(report.findings()).isEmpty();
        assertThat(report.acknowledged()).isPositive();
        assertThat(report.json().keySet()).contains("kills", "acknowledged", "lost", "doubled", "seconds");
        assertThat(findingsAfter(store, "DELETE FROM change_log WHERE revision = 2"))
                .anyMatch(finding -> finding.contains("missing that were acknowledged"))
                .anyMatch(finding -> finding.contains("not each of them once"));
        assertThat(findingsAfter(
                        store, "UPDATE change_log SET change_id = x'00' || substr(change_id, 2) WHERE revision = 3"))
                .anyMatch(finding -> finding.contains("more than once, or were never saved"));
    }

    @Test
    void run_onPostgres_keepsEveryWord() throws Exception {
        try (Store store = new PostgresStore()) {
            CrashReport report = new CrashTrial(directory, store, TABLETS, SEED).run(1);

            assertThat(report.findings()).isEmpty();
        }
    }

    /** What is said of these tablets and a server to whose files this was done. */
    private List<String> findingsAfter(Store store, String damage) throws Exception {
        try (Database database = Database.connect(store.url(), null, null)) {
            database.write(connection -> Sql.of(connection, damage).update());
        }
        List<BusyTablet> tablets = new ArrayList<>();
        for (int i = 0; i < TABLETS; i++) {
            tablets.add(new BusyTablet(directory.resolve("tablet-" + i), SEED));
        }
        Verification verification = new Verification(tablets);
        verification.lookAtRuins(store, "afterwards");
        tablets.forEach(BusyTablet::close);
        return verification.findings();
    }
}
