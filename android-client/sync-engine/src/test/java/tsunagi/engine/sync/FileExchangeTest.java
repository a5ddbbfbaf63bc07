package tsunagi.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.visit;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.change.FieldPath;
import tsunagi.engine.attachment.Whereabouts;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.piece.Sha256;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.TeamGrant;

class FileExchangeTest {
    private static final FieldPath PHOTO_1 = FieldPath.entry(Visit.PHOTOS_FIELD_NUMBER, "1");

    @TempDir
    Path directory;

    private final FakeFileServer server = new FakeFileServer();
    private TabletFixture fixture;
    private Tablet tablet;
    private boolean mayCarryFiles = true;

    @BeforeEach
    void open() {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPhotoOfASavedVisit_goesUpAndStaysReadable() throws InterruptedException {
        ByteString photo = photo(150_000, 1);
        save(draftWith(photo));
        assertThat(tablet.status().filesWaiting()).isEqualTo(1);
        assertThat(whereabouts(photo)).isEqualTo(Whereabouts.HERE_ON_ITS_WAY);

        assertThat(run()).isEmpty();

        assertThat(server.files).containsEntry(Sha256.of(photo), photo);
        assertThat(tablet.status().filesWaiting()).isZero();
        assertThat(whereabouts(photo)).isEqualTo(Whereabouts.HERE);
        tablet = fixture.open("a");
        assertThat(tablet.files().read(TEAM, Sha256.of(photo))).contains(photo);
        server.piecesCarried = 0;
        run();
        assertThat(server.piecesCarried).isZero();
    }

    @Test
    void aLineThatBreaks_beginsNoPhotoAnew() throws InterruptedException {
        ByteString photo = photo(10_500, 2);
        save(draftWith(photo));
        server.piecesPerLine = 3;

        assertThat(run()).contains("no signal");
        int runs = 1;
        while (run().isPresent()) {
            runs++;
        }

        assertThat(runs).isEqualTo(3);
        assertThat(server.piecesCarried).isEqualTo(11);
        assertThat(server.files).containsEntry(Sha256.of(photo), photo);
    }

    @Test
    void aPhotoOfADraft_waitsForItsSave() throws InterruptedException {
        ByteString photo = photo(1_000, 3);
        Draft draft = draftWith(photo);

        run();
        assertThat(server.files).isEmpty();

        tablet = fixture.open("a");
        save(tablet.resume(draft.id()).get());
        run();
        assertThat(server.files).containsKey(Sha256.of(photo));
    }

    @Test
    void aPhotoDeletedBeforeItWasSent_existsNowhere() throws InterruptedException {
        ByteString photo = photo(1_000, 4);
        save(draftWith(photo));

        save(tablet.edit(visit("v")).clear(PHOTO_1));
        run();

        assertThat(server.files).isEmpty();
        assertThat(tablet.files().read(TEAM, Sha256.of(photo))).isEmpty();
        assertThat(pieces()).isZero();
    }

    @Test
    void aPhotoOfADraftThatWasThrownAway_existsNowhere() throws InterruptedException {
        ByteString photo = photo(1_000, 5);
        draftWith(photo).discard();

        run();

        assertThat(server.files).isEmpty();
        assertThat(pieces()).isZero();
    }

    @Test
    void aPhotoThatTheServerDoesNotTake_staysHereAndHoldsUpNothing() throws InterruptedException {
        ByteString photo = photo(1_000, 6);
        save(draftWith(photo));
        server.refusal = "too large";

        assertThat(run()).isEmpty();

        assertThat(whereabouts(photo)).isEqualTo(Whereabouts.HERE_REFUSED);
        assertThat(tablet.status().filesRefused()).isEqualTo(1);
        assertThat(tablet.files().read(TEAM, Sha256.of(photo))).contains(photo);
    }

    @Test
    void aServerThatWasSetBack_isOfferedEveryPhotoAgain() throws InterruptedException {
        ByteString photo = photo(1_000, 7);
        save(draftWith(photo));
        run();
        server.files.clear();

        tablet.ownFiles().offerAgain();
        run();

        assertThat(server.files).containsEntry(Sha256.of(photo), photo);
    }

    @Test
    void aPhotoOfAWithdrawnRecord_goesFromTheTabletToo() throws InterruptedException {
        ByteString photo = photo(1_000, 8);
        save(draftWith(photo));
        run();

        tablet.withdraw(tablet.show(visit("v")), NURSE);
        run();

        assertThat(pieces()).isZero();
    }

    @Test
    void aPhotoFromAnotherTablet_comesWhenItIsAskedFor() throws InterruptedException {
        ByteString photo = photo(5_500, 9);
        tablet.files().want(TEAM, Sha256.of(photo));
        run();
        assertThat(whereabouts(photo)).isEqualTo(Whereabouts.ON_ITS_WAY);

        server.files.put(Sha256.of(photo), photo);
        server.piecesPerLine = 2;
        while (run().isPresent()) {
            tablet = fixture.open("a");
        }

        assertThat(tablet.files().read(TEAM, Sha256.of(photo))).contains(photo);
        assertThat(server.piecesCarried).isEqualTo(6);
    }

    @Test
    void whatAFormNeeds_comesByItself() throws InterruptedException {
        ByteString xform = ByteString.copyFromUtf8("<h:html/>");
        ByteString list = ByteString.copyFromUtf8("name,label\n");
        server.files.put(Sha256.of(xform), xform);
        server.files.put(Sha256.of(list), list);
        tablet.teams()
                .grant(Collections.singletonList(
                        TeamGrant.newBuilder().setTeamId(Ids.toBytes(TEAM)).build()));
        tablet.save(
                tablet.create(
                        TEAM,
                        FormVersion.newBuilder()
                                .setFormKey("low_back")
                                .setVersion("1")
                                .setXform(attachment(xform))
                                .putMedia("city.csv", attachment(list))
                                .build()),
                NURSE);

        assertThat(run()).isEmpty();

        for (ByteString file : Arrays.asList(xform, list)) {
            assertThat(tablet.files().read(TEAM, Sha256.of(file))).contains(file);
        }
    }

    @Test
    void aLineThatMayNotCarryFiles_leavesPhotosAndBringsForms() throws InterruptedException {
        ByteString xform = ByteString.copyFromUtf8("<h:html/>");
        ByteString mine = photo(1_000, 8);
        ByteString theirs = photo(1_000, 9);
        server.files.put(Sha256.of(xform), xform);
        server.files.put(Sha256.of(theirs), theirs);
        grantTeam();
        FormVersion form = FormVersion.newBuilder()
                .setFormKey("low_back")
                .setVersion("1")
                .setXform(attachment(xform))
                .build();
        tablet.save(tablet.create(TEAM, form), NURSE);
        save(draftWith(mine));
        tablet.files().want(TEAM, Sha256.of(theirs));
        mayCarryFiles = false;

        assertThat(run()).isEmpty();
        assertThat(server.files).doesNotContainKey(Sha256.of(mine));
        assertThat(tablet.files().read(TEAM, Sha256.of(theirs))).isEmpty();
        assertThat(tablet.files().read(TEAM, Sha256.of(xform))).contains(xform);

        mayCarryFiles = true;
        run();
        assertThat(server.files).containsKey(Sha256.of(mine));
        assertThat(tablet.files().read(TEAM, Sha256.of(theirs))).contains(theirs);

        assertThat(tablet.files().spareBytes()).isEqualTo(1_000);
        tablet.files().dropSpare();
        assertThat(tablet.files().spareBytes()).isZero();
        assertThat(tablet.files().read(TEAM, Sha256.of(theirs))).isEmpty();
        assertThat(tablet.files().read(TEAM, Sha256.of(mine))).contains(mine);
        assertThat(tablet.files().read(TEAM, Sha256.of(xform))).contains(xform);
    }

    private void grantTeam() {
        tablet.teams()
                .grant(Collections.singletonList(
                        TeamGrant.newBuilder().setTeamId(Ids.toBytes(TEAM)).build()));
    }

    private Optional<String> run() throws InterruptedException {
        return new FileExchange(tablet, server, () -> mayCarryFiles).run().broke();
    }

    private Draft draftWith(ByteString photo) {
        RecordKey key = visit("v");
        Draft draft = tablet.edit(key);
        tablet.files()
                .keep(
                        key,
                        photo,
                        "image/jpeg",
                        attachment -> draft.set(
                                Visit.newBuilder().putPhotos("1", attachment).build()));
        return draft;
    }

    private void save(Draft draft) {
        tablet.save(draft, NURSE);
    }

    private Whereabouts whereabouts(ByteString file) {
        return tablet.files().whereabouts(TEAM, Sha256.of(file));
    }

    private long pieces() {
        return fixture.database("a-outbox.db").queryOne(row -> row.integer(0), "SELECT count(*) FROM attachment_piece");
    }

    private static Attachment attachment(ByteString file) {
        return Attachment.newBuilder().setSha256(Sha256.of(file)).build();
    }

    private static ByteString photo(int bytes, int seed) {
        byte[] photo = new byte[bytes];
        new Random(seed).nextBytes(photo);
        return ByteString.copyFrom(photo);
    }
}
