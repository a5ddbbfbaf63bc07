package tsunagi.trials.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tsunagi.trials.apk.ApkShelf;

/** The tablet app beside the demo: handed out when it was built, named when it was not. */
final class AppShelf implements AutoCloseable {
    private final Optional<ApkShelf> shelf;
    private final String words;

    private AppShelf(Optional<ApkShelf> shelf, String words) {
        this.shelf = shelf;
        this.words = words;
    }

    static AppShelf open() throws IOException {
        Optional<Path> apk =
                Optional.ofNullable(System.getenv("TSUNAGI_APK")).map(Path::of).filter(Files::isRegularFile);
        if (apk.isEmpty()) {
            return new AppShelf(
                    Optional.empty(),
                    "\nThe tablet app is not built yet. ./tsunagi apk builds it in some minutes; the demo hands it out then.");
        }
        ApkShelf shelf = ApkShelf.open(apk.get(), InetAddress.getLoopbackAddress(), 0);
        return new AppShelf(
                Optional.of(shelf),
                "\nThe tablet app: " + apk.get() + "\n  " + shelf.address()
                        + " (this machine alone; for tablets: ./tsunagi apk --serve --host ADDRESS)\n" + shelf.qr());
    }

    String words() {
        return words;
    }

    @Override
    public void close() {
        shelf.ifPresent(ApkShelf::close);
    }
}
