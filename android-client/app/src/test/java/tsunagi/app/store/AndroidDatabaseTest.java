package tsunagi.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.LocalDatabaseContract;

@RunWith(RobolectricTestRunner.class)
public class AndroidDatabaseTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void database_whenHeldAgainstTheContract_keepsEveryPromise() throws Throwable {
        List<String> promises = LocalDatabaseContract.promises();
        assertThat(promises).hasSizeGreaterThan(10);
        for (String promise : promises) {
            try {
                LocalDatabaseContract.check(
                        promise,
                        AndroidDatabaseTest::open,
                        folder.newFolder(promise).toPath());
            } catch (Throwable broken) {
                throw new AssertionError(promise, broken);
            }
        }
    }

    @Test
    public void open_whenTheFileIsDamaged_leavesItAlone() throws Exception {
        Path file = folder.getRoot().toPath().resolve("tablet.db");
        byte[] damaged = "this is no database, but it may be all there is left"
                .repeat(100)
                .getBytes(StandardCharsets.UTF_8);
        Files.write(file, damaged);

        assertThatThrownBy(() -> open(file, Durability.FULL)).isInstanceOf(RuntimeException.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    private static AndroidDatabase open(Path file, Durability durability) {
        return AndroidDatabase.open(
                RuntimeEnvironment.getApplication(),
                new FrameworkSQLiteOpenHelperFactory(),
                new File(file.toString()),
                durability);
    }
}
