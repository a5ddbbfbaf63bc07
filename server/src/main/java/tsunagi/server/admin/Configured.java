package tsunagi.server.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command has: where the configuration and the data are. */
public final class Configured {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "lines of key=value: data, name, grpc.address, grpc.port, grpc.plaintext, db.url, db.user,"
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
    <T> T withData(Function<ServerData, T> work) {
        try (ServerData opened = ServerData.open(settings())) {
            return work.apply(opened);
        }
    }
}
