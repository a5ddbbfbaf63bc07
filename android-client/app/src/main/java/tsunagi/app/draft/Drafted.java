package tsunagi.app.draft;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;

/** A record as it would be if its draft were saved. */
public final class Drafted {
    private Drafted() {}

    /** The draft that somebody began about this record and did not save, or else a new one. */
    public static Draft draft(Tablet tablet, RecordKey key) {
        return tablet.drafts().stream()
                .filter(note -> note.key().equals(key) && !note.corrects().isPresent())
                .findFirst()
                .flatMap(note -> tablet.resume(note.draftId()))
                .orElseGet(() -> tablet.edit(key));
    }

    public static <M extends Message> M of(Tablet tablet, Draft draft, M type) {
        try {
            @SuppressWarnings("unchecked")
            M drafted = (M) type.getParserForType()
                    .parseFrom(FieldValues.of(fields(tablet, draft)).join());
            return drafted;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a draft does not parse as " + type.getClass(), e);
        }
    }

    /** Its fields on the wire. */
    public static SortedMap<FieldPath, ByteString> fields(Tablet tablet, Draft draft) {
        RecordState state = tablet.show(draft.key()).state();
        SortedMap<FieldPath, ByteString> fields = new TreeMap<>();
        if (state.life().isAlive()) {
            state.fields().forEach((path, field) -> fields.put(path, field.value()));
        }
        fields.putAll(draft.entered());
        return fields;
    }
}
