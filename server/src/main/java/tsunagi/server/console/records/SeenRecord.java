package tsunagi.server.console.records;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.LiveRecord;

/**
 * A record as a page had it when somebody began to edit it, packed into the page: its values with their stamps. So an edit of a page
 * that has lain open meets what others wrote meanwhile as an edit on a tablet does.
 */
final class SeenRecord {
    private static final int BYTES_MAX = 8 * 1024 * 1024;

    private SeenRecord() {}

    static String pack(RecordState state) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            withoutConflicts(state).contents().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state.revision() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** Which candidates wait is no concern of an edit. */
    private static RecordState withoutConflicts(RecordState state) {
        return new RecordState(state.key(), state.revision(), state.life(), state.fields(), new TreeMap<>());
    }

    /** Empty when it is nothing that this console packed. */
    static Optional<RecordState> unpack(RecordKey key, String packed) {
        int dot = packed.indexOf('.');
        try {
            long revision = Long.parseLong(packed.substring(0, Math.max(0, dot)));
            byte[] bytes = Base64.getUrlDecoder().decode(packed.substring(dot + 1));
            byte[] contents = new InflaterInputStream(new ByteArrayInputStream(bytes)).readNBytes(BYTES_MAX);
            return Optional.of(RecordState.of(key, revision, new Life.Alive(), LiveRecord.parseFrom(contents)));
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            return Optional.empty();
        }
    }
}
