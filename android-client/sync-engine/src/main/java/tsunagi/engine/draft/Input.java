package tsunagi.engine.draft;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.ChangeReader;
import tsunagi.change.ChangeWriter;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Reading;
import tsunagi.change.StorableText;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ClockReading;
import tsunagi.sync.v1.ParkReason;

/** Refuses at input what the server would park: it asks the very reader that the server asks. */
final class Input {
    private static final UUID NOBODY = new UUID(0, 0);

    private final ChangeReader reader;

    Input(ChangeReader reader) {
        this.reader = reader;
    }

    /** The fields that are set in a message, each by itself. */
    FieldValues valuesOf(Message message) {
        requireStorable(message, Optional.empty());
        return FieldValues.of(message);
    }

    /** Unpaired surrogates must be found here: as bytes they would be question marks. */
    private static void requireStorable(Message message, Optional<FieldPath> within) {
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            Optional<FieldPath> path = within.isPresent()
                    ? within
                    : Optional.of(FieldPath.field(field.getKey().getNumber()));
            if (field.getKey().isRepeated()) {
                ((Iterable<?>) field.getValue()).forEach(element -> requireStorable(element, path));
            } else {
                requireStorable(field.getValue(), path);
            }
        }
    }

    private static void requireStorable(Object value, Optional<FieldPath> path) {
        if (value instanceof Message message) {
            requireStorable(message, path);
        } else if (value instanceof String text && !StorableText.isStorable(text)) {
            throw new UnfitInputException(
                    ParkReason.PARK_REASON_UNSTORABLE_TEXT,
                    path,
                    "the text holds U+0000 or half of a character: it cannot be kept");
        }
    }

    /** Refuses a value that would be parked. */
    void require(RecordKey key, FieldPath path, ByteString value) {
        if (path.isMapEntry()) {
            requireStorable(path.mapKey(), Optional.of(path));
        }
        ChangeWriter probe = ChangeWriter.change(NOBODY, key, Action.ACTION_EDIT)
                .by(NOBODY.toString(), ClockReading.getDefaultInstance())
                .sets(FieldValues.of(path, value));
        if (!value.isEmpty() && !read(key, probe.write()).values().paths().equals(Collections.singleton(path))) {
            throw new IllegalArgumentException("these bytes are not a value of field " + path);
        }
    }

    /** Reads a change that is about to be saved. */
    Change read(RecordKey key, tsunagi.sync.v1.Change wire) {
        Reading reading = reader.read(key.teamId(), wire);
        if (reading instanceof Reading.Unreadable unfit) {
            throw new UnfitInputException(unfit.reason(), unfit.path(), unfit.detail());
        }
        return ((Reading.Readable) reading).change();
    }
}
