package tsunagi.server.device;

import java.util.UUID;

/** Where it is noted that something went wrong with a device. Noting takes no time and never fails. */
@FunctionalInterface
public interface TroubleNotes {
    /** Notes nothing. */
    TroubleNotes NONE = (deviceId, kind, detail) -> {};

    /**
     * Notes it.
     *
     * @param detail what exactly, in English
     */
    void note(UUID deviceId, TroubleKind kind, String detail);
}
