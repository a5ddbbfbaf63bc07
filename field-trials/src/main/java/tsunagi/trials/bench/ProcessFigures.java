package tsunagi.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** What a process has used so far, as the operating system counts it. */
record ProcessFigures(ProcessHandle process) {
    private static final String PEAK = "VmHWM:";

    /** Time on any processor. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory it ever held, MiB; empty where the system does not tell. */
    OptionalLong peakRssMib() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return OptionalLong.empty();
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith(PEAK)) {
                String kib = line.substring(PEAK.length()).replace("kB", "").strip();
                return OptionalLong.of((Long.parseLong(kib) + 512) / 1024);
            }
        }
        return OptionalLong.empty();
    }
}
