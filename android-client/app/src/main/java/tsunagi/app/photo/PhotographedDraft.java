package tsunagi.app.photo;

import com.google.protobuf.Message;

/** A draft that stands open on a screen and holds photos. On the main thread. */
public interface PhotographedDraft {
    /** False while it is still looked for. */
    boolean isOpen();

    DraftPhotos photos();

    /** Enters an entry of its map of photos, as what is typed is entered. */
    void enter(Message entry);

    /** Does work beside the main thread once all that was entered is on disk, then shows what came of it. */
    void withDraft(Runnable work);
}
