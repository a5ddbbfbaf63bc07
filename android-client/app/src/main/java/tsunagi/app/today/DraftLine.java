package tsunagi.app.today;

import android.content.Context;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.Drafted;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.DraftNote;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;

/**
 * Something that was begun and not saved.
 *
 * @param title what it is about: type and name
 * @param touched when somebody last wrote in it, in words
 */
record DraftLine(DraftNote note, String title, String touched) {
    private static final FieldPath MATCH_CODE = FieldPath.field(Response.MATCH_CODE_FIELD_NUMBER);

    /** All of them, the one touched last first. */
    static List<DraftLine> all(Context context, Names names) {
        Parts parts = TsunagiApp.parts(context);
        FieldWords words = new FieldWords(context);
        DayWords days = new DayWords(context, parts.today());
        List<DraftLine> lines = new ArrayList<>();
        for (DraftNote note : parts.tablet().drafts()) {
            ByteString body = parts.tablet()
                    .resume(note.draftId())
                    .map(draft -> body(parts, draft))
                    .orElse(ByteString.EMPTY);
            if (isForStaff(note, body)) {
                lines.add(new DraftLine(
                        note,
                        words.type(note.key().type()) + "  " + names.title(note.key(), body),
                        context.getString(R.string.today_draft_touched, days.moment(note.touchedAtMs()))));
            }
        }
        return lines;
    }

    /** What a worker answers alone is gone on with by that worker only. */
    private static boolean isForStaff(DraftNote note, ByteString body) {
        if (note.key().type() != RecordType.RECORD_TYPE_RESPONSE_VALUE) {
            return true;
        }
        try {
            EntryMethod method = Response.parseFrom(body).getEntryMethod();
            return method == EntryMethod.ENTRY_METHOD_PAPER || method == EntryMethod.ENTRY_METHOD_INTERVIEW;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    /** The record as it would be; without the code of a sheet, which is only its holder's to know. */
    private static ByteString body(Parts parts, Draft draft) {
        SortedMap<FieldPath, ByteString> fields = Drafted.fields(parts.tablet(), draft);
        if (draft.key().type() == RecordType.RECORD_TYPE_RESPONSE_VALUE) {
            fields.remove(MATCH_CODE);
        }
        return FieldValues.of(fields).join();
    }
}
