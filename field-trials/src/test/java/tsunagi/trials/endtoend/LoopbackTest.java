package tsunagi.trials.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.change.FieldPath;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.sync.SyncResult;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** Real tablets and a real server on one machine, with TLS between them. */
class LoopbackTest {
    private static final UUID TEAM = UUID.nameUUIDFromBytes("team".getBytes(StandardCharsets.UTF_8));
    private static final String NURSE =
            UUID.nameUUIDFromBytes("nurse".getBytes(StandardCharsets.UTF_8)).toString();
    private static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;
    private static final FieldPath NEEDS = FieldPath.field(Visit.NEEDS_FIELD_NUMBER);
    private static final FieldPath STARTS_AT = FieldPath.field(Visit.STARTS_AT_FIELD_NUMBER);

    @TempDir
    Path directory;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer(Files.createDirectory(directory.resolve("server")));
        server.openTeam(TEAM, NURSE);
    }

    @AfterEach
    void stop() throws Exception {
        Collections.reverse(opened);
        for (AutoCloseable each : opened) {
            each.close();
        }
        server.close();
    }

    /** A tablet with its files, its keys and its connection. */
    private final class Desk {
        private final Path files;
        private final TabletSettings settings = TabletSettings.standard(new DeskClock());
        private final Tablet tablet;
        private final ServerConnection connection;

        Desk(Path files) {
            this(files, server.address());
        }

        Desk(Path files, ServerAddress address) {
            this.files = files;
            this.tablet = Tablet.open(files, settings);
            this.connection =
                    new ServerConnection(address, tablet, new FileDeviceKeys(files), settings.ids(), "loopback");
            opened.add(tablet);
            opened.add(connection);
        }

        SyncResult sync() {
            return connection.synchronizer(files.resolve("sync.lock")).synchronize();
        }

        void syncUp() {
            assertThat(sync()).isEqualTo(new SyncResult.UpToDate());
        }

        RecordKey record(Visit visit) {
            return tablet.save(tablet.create(TEAM, VISIT).set(visit), NURSE)
                    .get(0)
                    .key();
        }

        void edit(RecordKey key, Visit visit) {
            tablet.save(tablet.edit(key).set(visit), NURSE);
        }

        Visit shown(RecordKey key) {
            return tablet.show(key).as(Visit.getDefaultInstance());
        }

        void holdsWhatTheServerHolds() {
            assertThat(tablet.replica().all(TEAM).stream()
                            .collect(Collectors.toMap(state -> state.key(), state -> state.toProto())))
                    .isEqualTo(server.records(TEAM));
            assertThat(tablet.listAll(TEAM))
                    .allSatisfy(view -> assertThat(view.onTop()).isEmpty());
        }
    }

    private Desk enrolled(String name) throws IOException {
        Desk desk = new Desk(Files.createDirectory(directory.resolve(name)));
        EnrolResult result = desk.connection.enrolment().enrol(server.enrolmentCode(TEAM), name);
        assertThat(result).isInstanceOf(EnrolResult.Enrolled.class);
        return desk;
    }

    private static Visit needs(String text) {
        return Visit.newBuilder().setNeeds(text).build();
    }

    @Test
    void sync_whenTwoTabletsWrote_bringsAllToTheSameState() throws IOException {
        Desk a = enrolled("a");
        Desk b = enrolled("b");
        RecordKey visit = a.record(
                Visit.newBuilder().setNeeds("腰痛の話 😀𠮷ｱ").setStartsAt("09:00").build());
        a.syncUp();
        b.syncUp();
        assertThat(b.shown(visit).getNeeds()).isEqualTo("腰痛の話 😀𠮷ｱ");

        a.edit(visit, Visit.newBuilder().setStartsAt("10:00").setAdvice("休憩").build());
        b.edit(
                visit,
                Visit.newBuilder().setStartsAt("11:00").setFindings("前かがみ").build());
        a.syncUp();
        b.syncUp();
        RecordView conflicted = b.tablet.show(visit);
        assertThat(conflicted.state().conflict(STARTS_AT)).isPresent();
        assertThat(b.shown(visit).getAdvice()).isEqualTo("休憩");
        assertThat(b.shown(visit).getFindings()).isEqualTo("前かがみ");
        assertThat(b.tablet.status().tally().unseen()).isEqualTo(1);

        Visit decided = Visit.newBuilder().setStartsAt("11:00").build();
        b.tablet.resolve(conflicted, STARTS_AT, decided.toByteString(), NURSE);
        b.syncUp();
        a.syncUp();
        assertThat(a.shown(visit).getStartsAt()).isEqualTo("11:00");
        assertThat(a.tablet.show(visit).state().conflicts()).isEmpty();
        a.holdsWhatTheServerHolds();
        b.holdsWhatTheServerHolds();
    }

    @Test
    void sync_whenThereIsMuch_sendsItOverSeveralBatches() throws IOException {
        Desk a = enrolled("a");
        for (int i = 0; i < 300; i++) {
            a.record(needs("訪問 " + i));
        }
        a.syncUp();
        Desk b = enrolled("b");
        b.syncUp();

        assertThat(b.tablet.list(TEAM, VISIT)).hasSize(300);
        a.holdsWhatTheServerHolds();
        b.holdsWhatTheServerHolds();
        assertThat(a.tablet.status().tally().safe()).isEqualTo(300);
    }

    @Test
    void sync_whenARecordIsWithdrawn_leavesNothingOfItAnywhere() throws IOException {
        Desk a = enrolled("a");
        Desk b = enrolled("b");
        RecordKey visit = a.record(needs("secret"));
        a.syncUp();
        b.syncUp();
        b.edit(visit, needs("late"));
        a.tablet.withdraw(a.tablet.show(visit), NURSE);
        a.syncUp();
        b.syncUp();

        assertThat(b.tablet.saved()).extracting(SavedChange::standing).containsExactly(Standing.ERASED);
        assertThat(b.tablet.list(TEAM, VISIT)).isEmpty();
        assertThat(a.tablet.saved().get(0).wire().hasBody()).isFalse();
        a.syncUp();
        a.holdsWhatTheServerHolds();
        b.holdsWhatTheServerHolds();
    }

    @Test
    void sync_whenATabletWasCopied_givesTheCopyAnIdentityOfItsOwn() throws IOException {
        Desk original = enrolled("original");
        RecordKey visit = original.record(needs("before"));
        original.syncUp();
        original.record(needs("copied unsent"));
        original.tablet.close();
        Path files = Files.createDirectory(directory.resolve("copy"));
        copy(directory.resolve("original"), files);
        Desk copy = new Desk(files);
        Desk again = new Desk(directory.resolve("original"));

        again.record(needs("only on the original"));
        copy.record(needs("only on the copy"));
        copy.edit(visit, needs("edited on the copy"));
        again.syncUp();
        copy.syncUp();
        again.syncUp();

        assertThat(copy.tablet.device().id()).isNotEqualTo(again.tablet.device().id());
        assertThat(again.tablet.list(TEAM, VISIT)).hasSize(4);
        assertThat(again.shown(visit).getNeeds()).isEqualTo("edited on the copy");
        copy.syncUp();
        copy.holdsWhatTheServerHolds();
        again.holdsWhatTheServerHolds();
    }

    @Test
    void sync_whenTheServerIsSetBack_handsInWhatItLost() throws Exception {
        Desk a = enrolled("a");
        Desk b = enrolled("b");
        RecordKey visit = a.record(needs("one"));
        a.syncUp();
        b.syncUp();
        server.backUpTo("backup.db");
        b.edit(visit, needs("two"));
        RecordKey lost = b.record(needs("lost"));
        b.syncUp();
        a.syncUp();
        a.edit(visit, needs("three"));
        a.syncUp();

        server.restartOn("backup.db");
        a.syncUp();
        b.syncUp();
        a.syncUp();

        assertThat(a.shown(lost).getNeeds()).isEqualTo("lost");
        assertThat(a.shown(visit).getNeeds()).isEqualTo("three");
        a.holdsWhatTheServerHolds();
        b.holdsWhatTheServerHolds();
        assertThat(b.tablet.status().tally().waiting()).isZero();
    }

    @Test
    void sync_whenTheCertificateIsAnother_saysNothingToThatServer() throws IOException {
        ServerAddress real = server.address();
        String other = String.join("", Collections.nCopies(32, "AB"));
        Desk desk = new Desk(
                Files.createDirectory(directory.resolve("a")),
                new ServerAddress(real.host(), real.port(), Optional.of(other)));

        EnrolResult result = desk.connection.enrolment().enrol(server.enrolmentCode(TEAM), "a");

        assertThat(result).isInstanceOf(EnrolResult.Unreachable.class);
        assertThat(desk.tablet.device().server()).isEmpty();
    }

    @Test
    void sync_whenTheDeviceIsNotEnrolled_saysSo() throws IOException {
        Desk desk = new Desk(Files.createDirectory(directory.resolve("a")));
        desk.record(needs("kept"));

        assertThat(desk.sync()).isInstanceOf(SyncResult.NotEnrolled.class);
        assertThat(desk.tablet.status().tally().waiting()).isEqualTo(1);
        assertThat(desk.tablet.show(desk.tablet.saved().get(0).key()).state().field(NEEDS))
                .isPresent();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
