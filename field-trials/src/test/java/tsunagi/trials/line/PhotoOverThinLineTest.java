package tsunagi.trials.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.engine.attachment.FetchedFiles.Wanted;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.sync.SyncResult;
import tsunagi.piece.Sha256;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.server.TsunagiServer;
import tsunagi.server.admin.Settings;
import tsunagi.trials.line.LineTrial.Desk;
import tsunagi.trials.line.ThinLine.Quality;

/** A photo between real tablets and a real server, over a line that is reset again and again. */
class PhotoOverThinLineTest {
    private static final int PHOTO_BYTES = 400_000;
    private static final Quality CUT_EVERY_100_KB = new Quality(10, 50_000, 0, 100_000, 0);

    @TempDir
    Path directory;

    private TsunagiServer server;

    @BeforeEach
    void start() {
        server = TsunagiServer.start(Settings.in(directory.resolve("server")).withListener("127.0.0.1", 0, false));
        LineTrial.openTeam(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLineThatCarriesNoWholePhoto_beginsNoneAnew() throws Exception {
        ByteString photo = photo();
        try (Desk desk = desk("nurse");
                ThinLine line = new ThinLine(CUT_EVERY_100_KB, server.address())) {
            save(desk, photo);

            assertThat(sync(desk, line.address())).isEqualTo(new SyncResult.UpToDate());

            assertThat(desk.tablet.status().filesWaiting()).isZero();
            assertThat(line.traffic().connections()).isGreaterThan(3);
        }
        try (Desk other = desk("therapist")) {
            // It had begun to fetch it when its line broke.
            Wanted wanted = new Wanted(LineTrial.TEAM, Sha256.of(photo), 0);
            other.tablet.files().want(wanted.teamId(), wanted.sha256());
            other.tablet.fetchedFiles().append(wanted, 0, photo.substring(0, 12_345));

            assertThat(sync(other, server.address())).isEqualTo(new SyncResult.UpToDate());

            assertThat(other.tablet.files().read(wanted.teamId(), wanted.sha256()))
                    .contains(photo);
        }
    }

    @Test
    void aPhotoForATeamThatIsNotThisTablets_isRefused() throws Exception {
        try (Desk desk = desk("nurse")) {
            sync(desk, server.address());
            Wanted foreign = new Wanted(UUID.randomUUID(), Sha256.of(photo()), 0);
            desk.tablet.files().want(foreign.teamId(), foreign.sha256());

            assertThat(sync(desk, server.address())).isEqualTo(new SyncResult.UpToDate());

            assertThat(desk.tablet.files().read(foreign.teamId(), foreign.sha256()))
                    .isEmpty();
        }
    }

    private Desk desk(String name) throws IOException {
        Desk desk = new Desk(Files.createDirectories(directory.resolve(name)));
        desk.enrol(LineTrial.addressOf(server, server.address()), LineTrial.code(server));
        return desk;
    }

    private void save(Desk desk, ByteString photo) {
        RecordKey key = new RecordKey(LineTrial.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE, UUID.randomUUID());
        Draft draft = desk.tablet.edit(key);
        desk.tablet
                .files()
                .keep(
                        key,
                        photo,
                        "image/jpeg",
                        attachment -> draft.set(
                                Visit.newBuilder().putPhotos("1", attachment).build()));
        desk.tablet.save(draft, LineTrial.WRITER);
    }

    private SyncResult sync(Desk desk, InetSocketAddress over) {
        ServerAddress address = LineTrial.addressOf(server, over);
        try (ServerConnection connection = desk.connect(address)) {
            return connection.synchronizer(directory.resolve("sync.lock")).synchronize();
        }
    }

    private static ByteString photo() {
        byte[] photo = new byte[PHOTO_BYTES];
        new Random(1).nextBytes(photo);
        return ByteString.copyFrom(photo);
    }
}
