package tsunagi.app.today;

import android.content.Context;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.Drafted;
import tsunagi.app.visit.BegunVisits;
import tsunagi.app.visit.BegunVisits.Begun;
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
        Map<UUID, Begun> visits =
                BegunVisits.of(parts.tablet()).stream().collect(Collectors.toMap(Begun::draftId, Function.identity()));
        for (DraftNote note : parts.tablet().drafts()) {
            Optional<Draft> draft = parts.tablet().resume(note.draftId());
            Begun visit = visits.get(note.draftId());
            if (visit != null) {
                lines.add(line(note, title(context, words, days, visit), context, days));
            } else if (!isPartOfAVisit(parts, note, draft)) {
                ByteString body = draft.map(begun -> body(parts, begun)).orElse(ByteString.EMPTY);
                if (isForStaff(note, body)) {
                    String title = words.type(note.key().type()) + "  " + names.title(note.key(), body);
                    lines.add(line(note, title, context, days));
                }
            }
        }
        return lines;
    }

    private static DraftLine line(DraftNote note, String title, Context context, DayWords days) {
        return new DraftLine(
                note, title, context.getString(R.string.today_draft_touched, days.moment(note.touchedAtMs())));
    }

    /** A visit is one line, whatever of it was begun. */
    private static String title(Context context, FieldWords words, DayWords days, Begun visit) {
        String about = Stream.of(visit.workplace(), days.day(visit.visitOn()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
        return words.type(visit.visit().type()) + "  "
                + (about.isEmpty() ? context.getString(R.string.word_untitled) : about);
    }

    private static boolean isPartOfAVisit(Parts parts, DraftNote note, Optional<Draft> draft) {
        return !note.corrects().isPresent()
                && draft.flatMap(begun -> BegunVisits.visitOf(parts.tablet(), begun))
                        .isPresent();
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
