package tsunagi.trials.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import tsunagi.engine.device.ServerAddress;

/** The program of the process in which {@code tsunagi bench first-sync} has a new tablet fetch all there is. */
final class FirstSyncTablet {
    private FirstSyncTablet() {}

    /** Says on one line: records held, seconds, peak memory. */
    public static void main(String... arguments) throws IOException, SQLException {
        ServerAddress server = ServerAddress.parse(arguments[0]);
        Path directory = Path.of(arguments[1]);
        for (int i = 2; i < arguments.length; i++) {
            try (BenchTablet tablet =
                    BenchTablet.in(directory.resolve("tablet-" + i)).enrol(server, arguments[i])) {
                double seconds = tablet.sync(server);
                long peakMib =
                        new ProcessFigures(ProcessHandle.current()).peakRssMib().orElse(-1);
                System.out.println("synced " + tablet.held() + " " + seconds + " " + peakMib);
            }
        }
    }
}
