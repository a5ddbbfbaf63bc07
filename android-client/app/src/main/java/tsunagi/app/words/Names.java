package tsunagi.app.words;

import android.content.Context;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.user.Directory;
import tsunagi.app.user.User;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;

/**
 * What the people, bodies and records are called that ids stand for. It looks each up once; to be made anew for each look
 * at a page, and never asked on the main thread.
 */
public final class Names {
    private static final int DEPTH_MAX = 3;
    private static final String[] CALLED_BY = {
        "name", "title", "task", "service", "wish", "group_name", "statistic", "label", "match_code", "key", "form_key"
    };
    private static final String[] SPOKEN_FOR_BY = {"participant_id", "course_id", "round_id"};
    private static final String[] PLACED_BY = {"workplace_id", "visit_id", "workshop_id", "meeting_id", "about_id"};
    private static final String[] DATED_BY = {"visit_on", "held_on", "referred_on", "approached_on", "received_on"};

    private final Context context;
    private final Tablet tablet;
    private final RecordSchemas schemas;
    private final Directory directory;
    private final Optional<String> ownBody;
    private final DayWords days;
    private final Map<RecordKey, Optional<String>> titles = new HashMap<>();

    public Names(Context context) {
        Parts parts = TsunagiApp.parts(context);
        this.context = context;
        this.tablet = parts.tablet();
        this.schemas = parts.tabletSettings().schemas();
        this.directory = parts.users().directory();
        this.ownBody = parts.users().current().map(User::bodyId);
        this.days = new DayWords(context, parts.today());
    }

    /** Somebody who is or was a member of a team here; others are nobody whose name this tablet knows. */
    public Optional<String> person(String personId) {
        return directory.person(personId);
    }

    /** Somebody, by name or by the word for a person who is not known here. */
    public String personOrWord(String personId) {
        return person(personId).orElseGet(() -> context.getString(R.string.word_somebody));
    }

    /** A body by its name, or by the word for one that is not known here. */
    public String body(String bodyId) {
        return directory.body(bodyId).orElseGet(() -> context.getString(wordForBody(bodyId)));
    }

    private int wordForBody(String bodyId) {
        return ownBody.filter(bodyId::equals).isPresent() ? R.string.word_own_body : R.string.word_other_body;
    }

    /** The record of this type and id; empty when there is none here. */
    public Optional<String> record(UUID teamId, int type, String id) {
        try {
            return title(new RecordKey(teamId, type, UUID.fromString(id)), 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a record is called: its own name or title, the place it is about, its day. */
    public String title(RecordKey key) {
        return title(key, 0).orElseGet(() -> context.getString(R.string.word_untitled));
    }

    /** The same of a record with other contents than it was saved with, such as those of a draft. */
    public String title(RecordKey key, com.google.protobuf.ByteString body) {
        return titleOf(key, body, 0).orElseGet(() -> context.getString(R.string.word_untitled));
    }

    private Optional<String> title(RecordKey key, int depth) {
        Optional<String> known = titles.get(key);
        if (known == null) {
            known = depth > DEPTH_MAX ? Optional.empty() : look(key, depth);
            titles.put(key, known);
        }
        return known;
    }

    private Optional<String> look(RecordKey key, int depth) {
        RecordView view = tablet.show(key);
        Optional<UUID> successor = view.state().life().successor();
        return successor.isPresent()
                ? title(key.withId(successor.get()), depth + 1)
                : titleOf(key, view.state().body(), depth);
    }

    private Optional<String> titleOf(RecordKey key, com.google.protobuf.ByteString body, int depth) {
        Optional<Descriptor> type = schemas.find(key.type()).map(schema -> schema.descriptor());
        if (!type.isPresent() || body.isEmpty()) {
            return Optional.empty();
        }
        try {
            DynamicMessage record = DynamicMessage.parseFrom(type.get(), body);
            StringBuilder title = new StringBuilder();
            add(title, called(key.teamId(), record, depth));
            if (key.type() != RecordType.RECORD_TYPE_PARTICIPANT_VALUE) {
                add(title, pointedTo(key.teamId(), record, PLACED_BY, depth));
            }
            add(title, first(record, DATED_BY).map(days::day));
            return title.length() == 0 ? Optional.empty() : Optional.of(title.toString());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static void add(StringBuilder title, Optional<String> part) {
        part.ifPresent(text -> title.append(title.length() == 0 ? "" : "  ").append(text));
    }

    private Optional<String> called(UUID teamId, DynamicMessage record, int depth) {
        Optional<String> own = first(record, CALLED_BY);
        return own.isPresent() ? own : pointedTo(teamId, record, SPOKEN_FOR_BY, depth);
    }

    private static Optional<String> first(DynamicMessage record, String... fields) {
        for (String name : fields) {
            FieldDescriptor field = record.getDescriptorForType().findFieldByName(name);
            if (field != null
                    && field.getJavaType() == FieldDescriptor.JavaType.STRING
                    && !field.isRepeated()
                    && !((String) record.getField(field)).isEmpty()) {
                return Optional.of((String) record.getField(field));
            }
        }
        return Optional.empty();
    }

    private Optional<String> pointedTo(UUID teamId, DynamicMessage record, String[] fields, int depth) {
        for (String name : fields) {
            FieldDescriptor field = record.getDescriptorForType().findFieldByName(name);
            Optional<RecordKey> target = field == null ? Optional.empty() : ReferencedRecord.of(teamId, record, field);
            if (target.isPresent()) {
                return title(target.get(), depth + 1);
            }
        }
        return Optional.empty();
    }
}
