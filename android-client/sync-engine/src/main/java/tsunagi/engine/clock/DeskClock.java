package tsunagi.engine.clock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tsunagi.sync.v1.ClockReading;

/**
 * The clocks of a desk machine. On Linux the monotonic clock runs from boot to boot, through all programs; elsewhere one
 * run of the program counts as one boot.
 */
public final class DeskClock implements TabletClock {
    private static final Path LINUX_BOOT_ID = Paths.get("/proc/sys/kernel/random/boot_id");

    private final String bootId = bootId();

    @Override
    public ClockReading read() {
        return ClockReading.newBuilder()
                .setWallMs(System.currentTimeMillis())
                .setMonotonicMs(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))
                .setBootId(bootId)
                .build();
    }

    private static String bootId() {
        try {
            return new String(Files.readAllBytes(LINUX_BOOT_ID), StandardCharsets.US_ASCII).trim();
        } catch (IOException notThere) {
            return UUID.randomUUID().toString();
        }
    }
}
