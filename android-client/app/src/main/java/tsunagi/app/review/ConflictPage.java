package tsunagi.app.review;

import android.content.Context;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.user.User;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.app.words.ValueWords;
import tsunagi.change.FieldPath;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.Role;

/**
 * The conflicts of one record, in words.
 *
 * @param seen the record as it stands here before the person who decides
 * @param mayDecide whether whoever holds the tablet settles conflicts in this team
 */
record ConflictPage(RecordView seen, String type, String title, boolean mayDecide, List<Field> fields) {
    /**
     * One field with several values, the one in place first.
     *
     * @param before what all of them started from
     * @param isText true where values can be written together into one
     */
    record Field(FieldPath path, String name, String before, boolean isText, List<Side> sides) {}

    /** One of the values, who wrote it, and when. */
    record Side(ByteString value, String words, String author, String when, boolean isInPlace, boolean clockWasWrong) {}

    static ConflictPage of(Context context, RecordKey key) {
        Parts parts = TsunagiApp.parts(context);
        RecordView seen = parts.tablet().show(key);
        Names names = new Names(context);
        Reader reader = new Reader(context, parts, seen, names, new ValueWords(context, names));
        List<Field> fields = new ArrayList<>();
        seen.state().conflicts().values().forEach(conflict -> fields.add(reader.field(conflict)));
        boolean mayDecide = parts.users()
                .current()
                .filter(user -> user.teamId().equals(key.teamId()))
                .map(User::member)
                .filter(member -> member.getRole() == Role.ROLE_SUPERVISOR)
                .isPresent();
        return new ConflictPage(seen, new FieldWords(context).type(key.type()), names.title(key), mayDecide, fields);
    }

    private record Reader(Context context, Parts parts, RecordView seen, Names names, ValueWords words) {
        Field field(Conflict conflict) {
            FieldPath path = conflict.path();
            List<Side> sides = new ArrayList<>();
            ByteString standing =
                    seen.state().field(path).map(StampedValue::value).orElse(ByteString.EMPTY);
            sides.add(side(path, standing, conflict.standingBy(), true));
            for (Candidate candidate : conflict.candidates()) {
                sides.add(side(path, candidate.value(), candidate.by(), false));
            }
            return new Field(
                    path,
                    words.field(seen.key(), path),
                    words.value(seen.key(), path, conflict.base().orElse(ByteString.EMPTY)),
                    isText(path),
                    sides);
        }

        private Side side(FieldPath path, ByteString value, Authorship by, boolean isInPlace) {
            String when =
                    by.hasCorrectedAtMs() ? new DayWords(context, parts.today()).moment(by.getCorrectedAtMs()) : "";
            return new Side(
                    value, words.value(seen.key(), path, value), author(by), when, isInPlace, by.getClockWasWrong());
        }

        private String author(Authorship by) {
            String person = names.personOrWord(by.getPersonId());
            boolean isKnown = names.person(by.getPersonId()).isPresent();
            return isKnown || by.getBodyId().isEmpty()
                    ? person
                    : context.getString(R.string.word_day_with_words, person, names.body(by.getBodyId()));
        }

        private boolean isText(FieldPath path) {
            Optional<FieldDescriptor> field = parts.tabletSettings()
                    .schemas()
                    .find(seen.key().type())
                    .flatMap(schema -> schema.field(path.number()));
            return field.filter(text -> text.getJavaType() == FieldDescriptor.JavaType.STRING
                            && !text.isRepeated()
                            && !text.getName().matches(".*(_on|_at|_ids?|_code|_number|_key)"))
                    .isPresent();
        }
    }
}
