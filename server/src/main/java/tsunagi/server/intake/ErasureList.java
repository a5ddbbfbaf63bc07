package tsunagi.server.intake;

import java.util.List;

/**
 * What was withdrawn or destroyed, kept outside the database and its backups, so that a restored copy does not bring it
 * back.
 */
public interface ErasureList {
    /** Adds erasures; they are on disk when this returns. One that is there already is left as it is. */
    void append(List<Erasure> erasures);

    /** All of them, in the order they came. */
    List<Erasure> all();
}
