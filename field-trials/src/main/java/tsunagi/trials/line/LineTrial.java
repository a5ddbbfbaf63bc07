package tsunagi.trials.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.sync.SyncResult;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.server.TsunagiServer;
import tsunagi.server.admin.Settings;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;
import tsunagi.trials.line.ThinLine.Quality;
import tsunagi.trials.line.ThinLine.Traffic;
import tsunagi.trials.load.VisitRecords;

/**
 * A real tablet hands in what it saved, over a bad line, to a real server with TLS. Both have talked before, over a good
 * line, as they have when somebody comes home from a week of visits: the device is known, the programs are warm.
 */
final class LineTrial {
    /**
     * What came of it.
     *
     * @param seconds from dialling to the last verdict
     * @param isWhole true when the server has every record once, just as it was saved
     */
    record Outcome(double seconds, Traffic traffic, int records, boolean isWhole) {}

    static final UUID TEAM = UUID.nameUUIDFromBytes("line".getBytes(StandardCharsets.UTF_8));
    static final String WRITER = TEAM.toString();
    private static final int WARM_UP_RECORDS = 40;

    private final Path directory;
    private final VisitRecords visits = new VisitRecords(1);
    private final Duration patience;

    /**
     * A trial with files of its own.
     *
     * @param patience after which it is given up
     */
    LineTrial(Path directory, Duration patience) {
        this.directory = directory;
        this.patience = patience;
    }

    /** Hands in so many visits, or one with so much text. */
    Outcome run(Quality quality, int records, int recordKb) throws IOException, InterruptedException {
        Settings settings = Settings.in(Files.createDirectories(directory.resolve("server")))
                .withListener("127.0.0.1", 0, false);
        try (TsunagiServer server = TsunagiServer.start(settings)) {
            openTeam(server);
            try (Desk desk = new Desk(Files.createDirectories(directory.resolve("tablet")))) {
                warmUp(server, desk);
                Map<UUID, Visit> saved = save(desk, records, recordKb);
                try (ThinLine line = new ThinLine(quality, server.address())) {
                    double seconds = desk.handIn(addressOf(server, line.address()), patience);
                    return new Outcome(seconds, line.traffic(), saved.size(), isWhole(server, saved));
                }
            }
        }
    }

    private void warmUp(TsunagiServer server, Desk desk) throws InterruptedException {
        ServerAddress direct = addressOf(server, server.address());
        desk.enrol(direct, code(server));
        for (int i = 0; i < WARM_UP_RECORDS; i++) {
            desk.save(visits.visit(-1 - i));
        }
        desk.handIn(direct, patience);
    }

    private Map<UUID, Visit> save(Desk desk, int records, int recordKb) {
        Map<UUID, Visit> saved = new HashMap<>();
        if (recordKb > 0) {
            Visit large =
                    Visit.newBuilder().setNeeds(visits.text(recordKb * 1000)).build();
            saved.put(desk.save(large), large);
            return saved;
        }
        for (int i = 0; i < records; i++) {
            Visit visit = visits.visit(i);
            saved.put(desk.save(visit), visit);
        }
        return saved;
    }

    private static boolean isWhole(TsunagiServer server, Map<UUID, Visit> saved) {
        return server.data().database().read(connection -> {
            for (Map.Entry<UUID, Visit> one : saved.entrySet()) {
                List<Visit> taken = Sql.of(
                                connection,
                                "SELECT body FROM change_log WHERE team_id = ? AND record_id = ?",
                                TEAM,
                                one.getKey())
                        .list(row -> visit(row.bytes("body")));
                if (!merged(taken).equals(one.getValue())) {
                    return false;
                }
            }
            return true;
        });
    }

    /** A visit of several changes is what all of them say; said twice it would hold its parts twice. */
    private static Visit merged(List<Visit> changes) {
        Visit.Builder all = Visit.newBuilder();
        changes.forEach(all::mergeFrom);
        return all.build();
    }

    private static Visit visit(com.google.protobuf.ByteString body) {
        try {
            return Visit.parseFrom(body);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was taken in is no visit", e);
        }
    }

    static void openTeam(TsunagiServer server) {
        server.data().database().write(connection -> {
            new Teams().open(connection, TEAM, "Line");
            Members members = new Members();
            members.putPerson(connection, WRITER, "Writer");
            members.put(
                    connection,
                    new Membership(
                            TEAM,
                            WRITER,
                            Optional.empty(),
                            Role.ROLE_MEMBER,
                            0,
                            OptionalLong.empty(),
                            OptionalLong.empty()));
            return null;
        });
    }

    static String code(TsunagiServer server) {
        EnrolmentCodes codes = new EnrolmentCodes(server.data().identity().secret());
        return server.data()
                .database()
                .write(connection -> codes.make(
                        connection,
                        new SecureRandom(),
                        List.of(TEAM),
                        Optional.empty(),
                        Clock.systemUTC().millis(),
                        EnrolmentCodes.LIFETIME))
                .toString();
    }

    static ServerAddress addressOf(TsunagiServer server, InetSocketAddress listening) {
        return new ServerAddress(
                "127.0.0.1",
                listening.getPort(),
                Optional.of(server.data().certificate().fingerprint()));
    }

    /** The tablet. */
    static final class Desk implements AutoCloseable {
        private final Path files;
        private final TabletSettings settings = TabletSettings.standard(new DeskClock());
        final Tablet tablet;

        Desk(Path files) {
            this.files = files;
            this.tablet = Tablet.open(files, settings);
        }

        ServerConnection connect(ServerAddress server) {
            return new ServerConnection(server, tablet, new FileDeviceKeys(files), settings.ids(), "line");
        }

        void enrol(ServerAddress server, String code) {
            try (ServerConnection connection = connect(server)) {
                EnrolResult result = connection.enrolment().enrol(code, "line");
                if (!(result instanceof EnrolResult.Enrolled)) {
                    throw new IllegalStateException("not enrolled: " + result);
                }
            }
        }

        UUID save(Visit visit) {
            List<SavedChange> saved = tablet.save(
                    tablet.create(TEAM, RecordType.RECORD_TYPE_VISIT_VALUE).set(visit), WRITER);
            return saved.get(0).key().id();
        }

        /** Synchronizes until nothing waits; how many seconds that took. */
        double handIn(ServerAddress server, Duration patience) throws InterruptedException {
            long dialledAtNs = System.nanoTime();
            try (ServerConnection connection = connect(server)) {
                Thread synchronizing = new Thread(() -> synchronize(connection), "tablet");
                synchronizing.start();
                while (tablet.lanes().isAnyWaiting()) {
                    if (System.nanoTime() - dialledAtNs > patience.toNanos()) {
                        throw new IllegalStateException("nothing more comes through after " + patience);
                    }
                    Thread.sleep(5);
                }
                double seconds = (System.nanoTime() - dialledAtNs) / 1e9;
                synchronizing.interrupt();
                synchronizing.join();
                return seconds;
            }
        }

        /** Again and again, as the app does while there is a network. */
        private void synchronize(ServerConnection connection) {
            SyncResult result = new SyncResult.Unreachable("not tried");
            while (result instanceof SyncResult.Unreachable) {
                result = connection.synchronizer(files.resolve("sync.lock")).synchronize();
            }
        }

        @Override
        public void close() {
            tablet.close();
        }
    }
}
