package tsunagi.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.piece.Sha256;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.EndReason;

@StorageContract
class AttachmentUsesTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final ByteString PHOTO = ByteString.copyFromUtf8("photo");
    private static final Stamp STAMP = Stamp.of(UUID.randomUUID());

    private Database database;
    private AttachmentStore files;
    private AttachmentUses uses;
    private long head;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
        files = new AttachmentStore(database, AttachmentLimits.STANDARD, Clock.systemUTC());
        uses = new AttachmentUses(database, RecordSchemas.standard());
        database.write(connection -> {
            new Teams().open(connection, TEAM, "酒蔵");
            return null;
        });
        files.put(TEAM, PHOTO);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWithdrawnRecord_takesItsPhotosAlong() {
        RecordKey visit = visit();
        put(withPhoto(visit));
        follow();

        put(RecordState.absent(visit).erased(EndReason.END_REASON_WITHDRAWN, STAMP));
        follow();

        assertThat(files.size(TEAM, Sha256.of(PHOTO))).isEmpty();
    }

    @Test
    void aPhotoThatAnotherRecordShowsToo_stays() {
        RecordKey visit = visit();
        put(withPhoto(visit));
        put(withPhoto(visit()));
        follow();

        put(RecordState.absent(visit).erased(EndReason.END_REASON_DESTROYED, STAMP));
        follow();

        assertThat(files.size(TEAM, Sha256.of(PHOTO))).isPresent();
    }

    @Test
    void aPhotoThatWasTakenOutOfARecord_goesOnlyWhenTheRecordIsErased() {
        RecordKey visit = visit();
        put(withPhoto(visit));
        follow();
        put(RecordState.absent(visit));
        follow();
        assertThat(files.size(TEAM, Sha256.of(PHOTO))).isPresent();

        put(RecordState.absent(visit).erased(EndReason.END_REASON_WITHDRAWN, STAMP));
        follow();

        assertThat(files.size(TEAM, Sha256.of(PHOTO))).isEmpty();
    }

    @Test
    void aDeletedRecord_keepsItsPhotos() {
        RecordKey visit = visit();
        put(withPhoto(visit));
        follow();

        put(withPhoto(visit).withLife(new Life.Ended(EndReason.END_REASON_DELETED, STAMP, Optional.empty())));
        follow();

        assertThat(files.size(TEAM, Sha256.of(PHOTO))).isPresent();
    }

    private void follow() {
        while (uses.followSome()) {}
    }

    private static RecordKey visit() {
        return new RecordKey(TEAM, RecordType.RECORD_TYPE_VISIT_VALUE, UUID.randomUUID());
    }

    private static RecordState withPhoto(RecordKey key) {
        ByteString photos = Visit.newBuilder()
                .putPhotos(
                        "1", Attachment.newBuilder().setSha256(Sha256.of(PHOTO)).build())
                .build()
                .toByteString();
        return new RecordState(
                key,
                0,
                new Life.Alive(),
                new TreeMap<>(Map.of(FieldPath.entry(Visit.PHOTOS_FIELD_NUMBER, "1"), new StampedValue(photos, STAMP))),
                new TreeMap<>());
    }

    private void put(RecordState state) {
        head++;
        Collection<StoredRecord> record = List.of(StoredRecord.of(state.withRevision(head)));
        database.write(connection -> {
            new RecordRows().put(connection, record);
            new Teams().moveHead(connection, TEAM, head, ByteString.EMPTY);
            return null;
        });
    }
}
