package tsunagi.engine.draft;

import com.google.protobuf.ByteString;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;

/**
 * What a person typed into one field.
 *
 * @param seen the stamp of the value they had before them when they began
 * @param value the bytes on the wire; empty when they cleared the field
 */
record FieldEdit(FieldPath path, Stamp seen, ByteString value) {
    /** What the edit adds to a change, roughly: the value, and the stamp in the header. */
    int bytes() {
        int key = path.isMapEntry() ? path.mapKey().length() : 0;
        return value.size() + key + STAMP_BYTES * (1 + seen.changeIds().size());
    }

    private static final int STAMP_BYTES = 20;
}
