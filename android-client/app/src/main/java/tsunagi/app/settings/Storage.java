package tsunagi.app.settings;

import java.io.File;
import tsunagi.app.Parts;

/** The room the tablet's files take. Not for the main thread. */
final class Storage {
    private final Parts parts;

    Storage(Parts parts) {
        this.parts = parts;
    }

    long ownBytes() {
        return parts.outboxFiles().stream().mapToLong(File::length).sum();
    }

    long fetchedBytes() {
        return parts.replicaFiles().stream().mapToLong(File::length).sum();
    }

    long spareBytes() {
        return parts.tablet().files().spareBytes();
    }

    long freeBytes() {
        return parts.directory().getUsableSpace();
    }

    /** Lets go of what can be fetched again, and gives its room back to the tablet where there is room to do so. */
    void makeRoom() {
        parts.tablet().files().dropSpare();
        if (freeBytes() > 2 * fetchedBytes()) {
            parts.tablet().shrinkReplica();
        }
    }
}
