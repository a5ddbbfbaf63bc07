package tsunagi.app.outbox;

import android.content.Context;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.app.words.ValueWords;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordSchema;

/**
 * What stands in a change that the server could not take in.
 *
 * @param draft where its correction is written; empty when it was saved meanwhile
 * @param fields what it says, field by field
 */
record CorrectPage(Optional<Draft> draft, String type, String title, List<Field> fields) {
    /**
     * A field of it.
     *
     * @param words what stands in it, to be read
     * @param text the same to be typed in; empty when it is nothing that is typed, and goes as it is
     */
    record Field(FieldPath path, String label, String words, Optional<String> text) {}

    static CorrectPage of(Context context, UUID draftId) {
        Parts parts = TsunagiApp.parts(context);
        Optional<Draft> draft = parts.tablet().resume(draftId);
        if (!draft.isPresent()) {
            return new CorrectPage(draft, "", "", new ArrayList<>());
        }
        int type = draft.get().key().type();
        FieldWords words = new FieldWords(context);
        Optional<RecordSchema> schema = parts.tabletSettings().schemas().find(type);
        Names names = new Names(context);
        ValueWords values = new ValueWords(context, names);
        List<Field> fields = new ArrayList<>();
        draft.get()
                .entered()
                .forEach((path, value) -> fields.add(new Field(
                        path,
                        words.field(type, path),
                        values.value(draft.get().key(), path, value),
                        schema.flatMap(known -> text(known, path, value)))));
        return new CorrectPage(draft, words.type(type), names.title(draft.get().key()), fields);
    }

    private static Optional<String> text(RecordSchema schema, FieldPath path, ByteString value) {
        Optional<FieldDescriptor> field = schema.field(path.number());
        if (!field.isPresent()
                || field.get().isRepeated()
                || field.get().getJavaType() != FieldDescriptor.JavaType.STRING) {
            return Optional.empty();
        }
        try {
            return Optional.of((String)
                    DynamicMessage.parseFrom(schema.descriptor(), value).getField(field.get()));
        } catch (InvalidProtocolBufferException broken) {
            // What cannot be read cannot be mended letter by letter either: it is typed anew.
            return Optional.of("");
        }
    }
}
