package tsunagi.engine.sync;

import java.util.UUID;

/** Gets a copied tablet an identity of its own. */
public interface Enroller {
    /** What came of it. */
    enum Answer {
        /** The server knows the new device. */
        RENEWED,
        /** The id or its key will not do: another has to be made. */
        UNSUITABLE,
        /** Nobody knows; ask again with the same id. */
        NO_ANSWER
    }

    /** Makes the server know this tablet under the new id, with the rights of the old one. */
    Answer renew(UUID newDeviceId) throws InterruptedException;
}
