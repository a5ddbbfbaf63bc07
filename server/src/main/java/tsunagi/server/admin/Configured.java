package tsunagi.server.admin;

import com.fasterxml.uuid.Generators;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordSchemas;
import tsunagi.server.desk.Desk;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.intake.TeamIntake;

/** The options that every command has: where the configuration and the data are. */
public final class Configured {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "lines of key=value: data, name, grpc.address, grpc.port, grpc.plaintext, console.address, console.port, db.url, db.user,"
                            + " db.password; the environment (TSUNAGI_DATA, TSUNAGI_GRPC_PORT, ...) wins over it")
    private Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "the data directory (default: TSUNAGI_DATA, or data)")
    private Path data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public Settings settings() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (data != null) {
            environment.put("TSUNAGI_DATA", data.toString());
        }
        return Settings.read(Optional.ofNullable(config), environment);
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Does something with what lies in the data directory, whether a server runs on it or not. */
    public <T> T withData(Function<ServerData, T> work) {
        try (ServerData opened = ServerData.open(settings())) {
            return work.apply(opened);
        }
    }

    /** Writes records from here, whether a server runs or not. */
    public <T> T withDesk(BiFunction<ServerData, Desk, T> work) {
        return withData(opened -> {
            try (FileErasureList erasures = opened.openErasures()) {
                return work.apply(opened, desk(opened, erasures));
            }
        });
    }

    private static Desk desk(ServerData opened, FileErasureList erasures) {
        RecordSchemas schemas = RecordSchemas.standard();
        ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
        Clock clock = Clock.systemUTC();
        TeamIntake intake = new TeamIntake(opened.database(), schemas, reader, erasures, clock);
        return new Desk(
                opened.database(),
                submission -> intake.take(List.of(submission)).get(0),
                reader,
                clock,
                Generators.timeBasedEpochGenerator()::generate);
    }
}
