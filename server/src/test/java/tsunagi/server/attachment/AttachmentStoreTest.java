package tsunagi.server.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.piece.Sha256;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.AttachmentRefusal;

@StorageContract
class AttachmentStoreTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-07-26T05:00:00Z");
    private static final AttachmentLimits LIMITS =
            new AttachmentLimits(1_000_000, 1_000, 2_000_000, Duration.ofDays(14));
    private static final ByteString PHOTO = bytes(4_500);
    private static final ByteString NAME = Sha256.of(PHOTO);

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
    void take_pieceByPiece_storesTheFileOnceItIsWhole() {
        assertThat(store().begin(TEAM, NAME, 4_500)).isEqualTo(new Taken.Held(0));
        assertThat(take(0, 1_000)).isEqualTo(new Taken.Held(1_000));
        assertThat(store().size(TEAM, NAME)).isEmpty();

        // The line broke; another server goes on.
        assertThat(store().begin(TEAM, NAME, 4_500)).isEqualTo(new Taken.Held(1_000));
        take(1_000, 2_000);
        take(2_000, 3_000);
        take(3_000, 4_000);
        assertThat(take(4_000, 4_500)).isEqualTo(new Taken.Stored());

        assertThat(store().read(TEAM, NAME)).contains(PHOTO);
        assertThat(store().pieceAt(TEAM, NAME, 1_234)).isEqualTo(PHOTO.substring(1_234, 2_000));
        assertThat(store().begin(TEAM, NAME, 4_500)).isEqualTo(new Taken.Stored());
    }

    @Test
    void take_ofAPieceThatDoesNotFit_saysWhereToGoOn() {
        store().begin(TEAM, NAME, 4_500);
        take(0, 1_000);

        assertThat(take(2_000, 3_000)).isEqualTo(new Taken.Held(1_000));
        assertThat(take(0, 1_000)).isEqualTo(new Taken.Held(1_000));
    }

    @Test
    void take_ofWhatIsNotWhatItsHashSays_keepsNothing() {
        store().begin(TEAM, NAME, 1_000);

        assertThat(store().take(TEAM, NAME, 0, bytes(1_000)))
                .isInstanceOfSatisfying(Taken.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(AttachmentRefusal.ATTACHMENT_REFUSAL_DAMAGED));
        assertThat(store().begin(TEAM, NAME, 4_500)).isEqualTo(new Taken.Held(0));
    }

    @Test
    void read_byAnotherTeam_findsNothing() {
        assertThat(store().put(TEAM, PHOTO)).isEqualTo(new Taken.Stored());

        assertThat(store().read(UUID.randomUUID(), NAME)).isEmpty();
    }

    @Test
    void begin_beyondTheLimits_isRefusedWithThem() {
        assertThat(reason(store().begin(TEAM, NAME, 1_000_001)))
                .isEqualTo(AttachmentRefusal.ATTACHMENT_REFUSAL_TOO_LARGE);
        store().begin(TEAM, Sha256.of(bytes(1)), 1_000_000);
        store().begin(TEAM, Sha256.of(bytes(2)), 1_000_000);
        assertThat(reason(store().begin(TEAM, NAME, 4_500))).isEqualTo(AttachmentRefusal.ATTACHMENT_REFUSAL_NO_ROOM);
        assertThat(store().begin(UUID.randomUUID(), NAME, 4_500)).isEqualTo(new Taken.Held(0));
    }

    @Test
    void expire_letsGoOfWhatWasLeftIncomplete() {
        store().begin(TEAM, NAME, 4_500);
        take(0, 1_000);
        store().put(TEAM, bytes(10));

        storeAt(NOW.plus(Duration.ofDays(15))).expire();

        assertThat(store().begin(TEAM, NAME, 4_500)).isEqualTo(new Taken.Held(0));
        assertThat(store().size(TEAM, Sha256.of(bytes(10)))).contains(10L);
    }

    @Test
    void put_ofTheSameFileByTwoAtOnce_storesItOnce() {
        ByteString large = bytes(200_000);

        List<CompletableFuture<Taken>> both = Stream.of(1, 2)
                .map(one -> CompletableFuture.supplyAsync(() -> store().put(TEAM, large)))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).toList())
                .isEqualTo(List.of(new Taken.Stored(), new Taken.Stored()));
        assertThat(store().read(TEAM, Sha256.of(large))).contains(large);
    }

    private Taken take(int from, int to) {
        return store().take(TEAM, NAME, from, PHOTO.substring(from, to));
    }

    private static AttachmentRefusal reason(Taken taken) {
        return ((Taken.Refused) taken).reason();
    }

    private AttachmentStore store() {
        return storeAt(NOW);
    }

    private AttachmentStore storeAt(Instant now) {
        return new AttachmentStore(database, LIMITS, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ByteString bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }
}
