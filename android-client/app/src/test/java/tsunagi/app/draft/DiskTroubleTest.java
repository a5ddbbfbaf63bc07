package tsunagi.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteDatabaseLockedException;
import android.database.sqlite.SQLiteFullException;
import androidx.sqlite.db.SupportSQLiteDatabase;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.shadows.ShadowLooper;
import tsunagi.app.Stage;
import tsunagi.app.draft.OpenDraft.Keeping;
import tsunagi.app.fixture.Brewery;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** The disk is full, or held by another program, while somebody types. */
@RunWith(RobolectricTestRunner.class)
public class DiskTroubleTest {
    private static final int LONG = 100_000;

    private final List<Keeping> said = new ArrayList<>();

    @Test
    public void set_whenTheDiskIsFull_saysSoKeepsWhatWasThereAndWritesOnceThereIsRoom() {
        Brewery.onTablet();
        Tablet tablet = Stage.parts().tablet();
        Draft draft = tablet.create(Brewery.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE);
        OpenDraft open = new OpenDraft(tablet, draft, Stage.parts().work(), said::add);
        open.set(Visit.newBuilder().setNeeds("腰痛の相談").build());
        Stage.settle();
        SupportSQLiteDatabase outbox = Stage.app().file("outbox.db");
        long pages = number(outbox, "PRAGMA page_count");
        number(outbox, "PRAGMA max_page_count = " + pages);

        String longText = "助言".repeat(LONG / 2);
        open.set(Visit.newBuilder().setAdvice(longText).build());
        Stage.settle();

        Keeping last = said.get(said.size() - 1);
        assertThat(last).isInstanceOf(Keeping.NotKept.class);
        assertThat(((Keeping.NotKept) last).why()).hasRootCauseInstanceOf(SQLiteFullException.class);
        assertThat(tablet.resume(draft.id()).get().entered()).hasSize(1);

        number(outbox, "PRAGMA max_page_count = 1073741823");
        ShadowLooper.idleMainLooper(Duration.ofSeconds(3).toMillis(), TimeUnit.MILLISECONDS);
        Stage.settle();

        assertThat(said.get(said.size() - 1)).isInstanceOf(Keeping.Kept.class);
        assertThat(tablet.resume(draft.id()).get().entered()).hasSize(2);
    }

    @Test
    public void set_whenAnotherProgramHoldsTheFile_saysSoAndWritesOnceItLetsGo() {
        Brewery.onTablet();
        Tablet tablet = Stage.parts().tablet();
        Draft draft = tablet.create(Brewery.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE);
        OpenDraft open = new OpenDraft(tablet, draft, Stage.parts().work(), said::add);
        File file = new File(Stage.app().directory(), "outbox.db");

        try (SQLiteDatabase other = SQLiteDatabase.openDatabase(
                file.getPath(), null, SQLiteDatabase.OPEN_READWRITE | SQLiteDatabase.ENABLE_WRITE_AHEAD_LOGGING)) {
            other.beginTransactionNonExclusive();
            open.set(Visit.newBuilder().setNeeds("腰痛の相談").build());
            Stage.settle();

            Keeping last = said.get(said.size() - 1);
            assertThat(last).isInstanceOf(Keeping.NotKept.class);
            assertThat(((Keeping.NotKept) last).why()).hasRootCauseInstanceOf(SQLiteDatabaseLockedException.class);
            other.endTransaction();
        }
        ShadowLooper.idleMainLooper(Duration.ofSeconds(3).toMillis(), TimeUnit.MILLISECONDS);
        Stage.settle();

        assertThat(said.get(said.size() - 1)).isInstanceOf(Keeping.Kept.class);
        assertThat(tablet.resume(draft.id()).get().entered()).hasSize(1);
    }

    private static long number(SupportSQLiteDatabase database, String pragma) {
        // Within a transaction it goes to the connection that writes.
        database.beginTransaction();
        try (Cursor cursor = database.query(pragma)) {
            cursor.moveToFirst();
            return cursor.getLong(0);
        } finally {
            database.endTransaction();
        }
    }
}
