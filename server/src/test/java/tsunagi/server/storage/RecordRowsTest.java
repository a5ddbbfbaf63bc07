package tsunagi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.RecordRows.Slice;
import tsunagi.sync.v1.LiveRecord;

@StorageContract
class RecordRowsTest {
    private static final UUID TEAM = new UUID(1, 1);
    private static final UUID OTHER_TEAM = new UUID(1, 2);
    private static final int TYPE = 6;
    private static final int MANY = 1000;

    private final RecordRows rows = new RecordRows();
    private Database database;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void movedBetween_whenTheRangeFits_hasAllOfItInOrderAndNothingElse() {
        put(TEAM, 4, 1, 3, 2);
        put(OTHER_TEAM, 2);

        Slice slice = slice(1, 3, MANY, MANY);

        assertThat(slice.records()).extracting(StoredRecord::revision).containsExactly(2L, 3L);
        assertThat(slice.upTo()).isEqualTo(3);
    }

    @Test
    void movedBetween_whenNothingMoved_isCompleteAllTheSame() {
        assertThat(slice(1, 9, MANY, MANY)).isEqualTo(new Slice(List.of(), 9));
    }

    @Test
    void movedBetween_whenTooManyMoved_saysHowFarItIsComplete() {
        put(TEAM, 1, 2, 3, 4);

        Slice slice = slice(0, 4, 2, MANY);

        assertThat(slice.records()).extracting(StoredRecord::revision).containsExactly(1L, 2L);
        assertThat(slice.upTo()).isEqualTo(2);
        assertThat(slice(slice.upTo(), 4, 2, MANY).upTo()).isEqualTo(4);
    }

    @Test
    void movedBetween_whenTooLarge_saysHowFarItIsComplete() {
        put(TEAM, 1, 2, 3);
        int sizeBytes = slice(0, 1, MANY, MANY).records().get(0).sizeBytes();

        assertThat(slice(0, 3, MANY, 2 * sizeBytes).upTo()).isEqualTo(2);
    }

    @Test
    void movedBetween_whenOneRevisionMovedSeveral_neverTearsThemApart() {
        put(TEAM, 1, 2, 2, 2, 3);

        Slice first = slice(0, 3, 2, MANY);
        Slice second = slice(first.upTo(), 3, 2, MANY);

        assertThat(first.records()).extracting(StoredRecord::revision).containsExactly(1L, 2L, 2L, 2L);
        assertThat(first.upTo()).isEqualTo(2);
        assertThat(second.records()).extracting(StoredRecord::revision).containsExactly(3L);
    }

    @Test
    void movedBetween_whenTheFirstRecordAloneIsTooLarge_hasIt() {
        put(TEAM, 1, 2);

        Slice slice = slice(0, 2, MANY, 1);

        assertThat(slice.records()).hasSize(1);
        assertThat(slice.upTo()).isEqualTo(1);
    }

    @Test
    void find_whenAskedForMoreThanOneStatementTakes_findsAllThatExist() {
        put(TEAM, LongStream.rangeClosed(1, 450).toArray());
        List<RecordKey> keys = LongStream.rangeClosed(1, 500)
                .mapToObj(i -> new RecordKey(TEAM, TYPE, new UUID(i, 1)))
                .toList();

        List<StoredRecord> found = database.read(connection -> rows.find(connection, TEAM, keys));

        assertThat(found).hasSize(450);
    }

    @Test
    void put_whenTheRecordExists_takesItsPlace() {
        put(TEAM, 1);
        RecordKey key = new RecordKey(TEAM, TYPE, new UUID(1, 1));
        StoredRecord later = new StoredRecord(key, 7, Optional.empty(), ByteString.EMPTY);

        database.write(connection -> {
            rows.put(connection, List.of(later));
            return null;
        });

        Optional<StoredRecord> found = database.read(connection -> rows.find(connection, key));
        assertThat(found).contains(later);
    }

    private Slice slice(long after, long upTo, int recordsMax, int bytesMax) {
        return database.read(connection -> rows.movedBetween(connection, TEAM, after, upTo, recordsMax, bytesMax));
    }

    /** Records that were moved last by these revisions, the first of them named 1 and so on. */
    private void put(UUID team, long... revisions) {
        ByteString contents = LiveRecord.newBuilder()
                .setBody(ByteString.copyFromUtf8("contents"))
                .build()
                .toByteString();
        database.write(connection -> {
            for (int i = 0; i < revisions.length; i++) {
                RecordKey key = new RecordKey(team, TYPE, new UUID(i + 1, 1));
                rows.put(connection, List.of(new StoredRecord(key, revisions[i], Optional.empty(), contents)));
            }
            return null;
        });
    }
}
