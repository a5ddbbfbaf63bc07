package tsunagi.app.photo;

import com.google.protobuf.Message;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tsunagi.app.draft.OpenDraft;
import tsunagi.change.FieldPath;
import tsunagi.engine.tablet.Tablet;
import tsunagi.records.v1.Attachment;

/**
 * The photos of a record that is being written; to be used beside the main thread, as work after what was typed.
 *
 * @param field the number of the map that holds them
 * @param entry makes the sparse record with one of them
 */
public record DraftPhotos(
        Tablet tablet, OpenDraft open, int field, BiFunction<String, Attachment, Message> entry, Supplier<UUID> ids) {
    /** Keeps a picture with the draft; false when it is none. Both are on disk when this returns, or neither. */
    public boolean keep(byte[] given) {
        return PreparedPhoto.of(given).map(this::keep).isPresent();
    }

    private PreparedPhoto keep(PreparedPhoto photo) {
        tablet.files().keep(open.draft().key(), photo.jpeg(), PreparedPhoto.MEDIA_TYPE, attachment -> open.draft()
                .set(entry.apply(
                        ids.get().toString(),
                        attachment.toBuilder()
                                .setWidthPixels(photo.widthPixels())
                                .setHeightPixels(photo.heightPixels())
                                .setTakenAtMs(tablet.clock().wallMs())
                                .build())));
        return photo;
    }

    /** Takes a photo out; where nothing shows it any more and it was not sent, its bytes are gone when this returns. */
    public void delete(PhotoShown photo) {
        tablet.together(() -> open.draft().clear(FieldPath.entry(field, photo.key())));
        tablet.files().tidy();
    }
}
