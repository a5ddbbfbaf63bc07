package tsunagi.app.photo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.engine.attachment.Files;
import tsunagi.engine.attachment.Whereabouts;
import tsunagi.records.v1.Attachment;

/** A photo of a record, and where it is. */
public record PhotoShown(UUID teamId, String key, Attachment attachment, Whereabouts whereabouts) {
    /** The photos of a record, in the order in which they were taken. */
    public static List<PhotoShown> all(Files files, UUID teamId, Map<String, Attachment> photos) {
        List<PhotoShown> all = new ArrayList<>();
        photos.forEach((key, photo) ->
                all.add(new PhotoShown(teamId, key, photo, files.whereabouts(teamId, photo.getSha256()))));
        all.sort(Comparator.comparingLong(
                        (PhotoShown photo) -> photo.attachment().getTakenAtMs())
                .thenComparing(PhotoShown::key));
        return all;
    }

    public boolean isHere() {
        return whereabouts != Whereabouts.AWAY && whereabouts != Whereabouts.ON_ITS_WAY;
    }
}
