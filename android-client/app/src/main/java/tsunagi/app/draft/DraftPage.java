package tsunagi.app.draft;

import android.content.Context;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tsunagi.app.Parts;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.Names;
import tsunagi.app.words.ValueWords;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.rules.Problem;

/**
 * A record with a draft over it, as an edit screen shows it.
 *
 * @param view the record as it is saved
 * @param now the record as it would be if it were saved now
 * @param entered what was entered so far
 * @param moved what others changed since somebody began to edit it here, in words
 */
public record DraftPage<M extends Message>(
        Draft draft,
        RecordView view,
        M now,
        Set<FieldPath> entered,
        Map<FieldPath, String> moved,
        List<Problem> problems) {

    public static <M extends Message> DraftPage<M> of(Context context, RecordKey key, M type) {
        return of(context, Drafted.draft(TsunagiApp.parts(context).tablet(), key), type);
    }

    public static <M extends Message> DraftPage<M> of(Context context, Draft draft, M type) {
        Parts parts = TsunagiApp.parts(context);
        Names names = new Names(context);
        ValueWords words = new ValueWords(context, names);
        Map<FieldPath, String> moved = new TreeMap<>();
        draft.movedMeanwhile().forEach((path, value) -> moved.put(path, words.value(draft.key(), path, value.value())));
        return new DraftPage<>(
                draft,
                parts.tablet().show(draft.key()),
                Drafted.of(parts.tablet(), draft, type),
                draft.entered().keySet(),
                moved,
                draft.problems());
    }
}
