package tsunagi.app.review;

import android.content.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.user.User;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;

/** What waits for a person in the team of whoever holds the tablet. */
record ReviewPage(boolean hasTeam, List<ConflictLine> conflicts, List<QuestionLine> questions) {
    /** A record in conflict, and in which fields. */
    record ConflictLine(RecordKey key, String record, String fields) {}

    static ReviewPage of(Context context) {
        Parts parts = TsunagiApp.parts(context);
        Optional<User> user = parts.users().current();
        if (!user.isPresent()) {
            return new ReviewPage(false, Collections.emptyList(), Collections.emptyList());
        }
        Names names = new Names(context);
        FieldWords words = new FieldWords(context);
        List<ConflictLine> conflicts = new ArrayList<>();
        for (RecordView view : parts.tablet().lookup().inConflict(user.get().teamId())) {
            String fields = view.state().conflicts().keySet().stream()
                    .map(path -> words.field(view.key().type(), path))
                    .distinct()
                    .collect(Collectors.joining(context.getString(R.string.word_between)));
            String record = words.type(view.key().type()) + "  " + names.title(view.key());
            conflicts.add(new ConflictLine(view.key(), record, fields));
        }
        return new ReviewPage(
                true, conflicts, QuestionLine.open(context, user.get().teamId(), names));
    }
}
