package tsunagi.server.console.records;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.record.AttachmentsIn;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.rules.Problem;
import tsunagi.rules.Rules;
import tsunagi.server.console.field.QuestionWords;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.history.RecordHistory;
import tsunagi.server.review.ReviewOf;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordTitle;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.Title;
import tsunagi.server.words.ValueText;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.EndReason;

/** Puts the page of one record together, from one state of the database. */
final class RecordViewing {
    private static final int STEPS_MAX = 30;
    private static final Set<EndReason> ERASED = Set.of(EndReason.END_REASON_WITHDRAWN, EndReason.END_REASON_DESTROYED);

    private final Database database;
    private final Connection connection;
    private final Page page;
    private final RecordKey key;
    private final RecordWords words;
    private final DatabaseNames names;
    private final Map<ByteString, String> devices = new HashMap<>();

    RecordViewing(Database database, Connection connection, Page page, RecordKey key) {
        this.database = database;
        this.connection = connection;
        this.page = page;
        this.key = key;
        this.words = RecordWords.in(page.language());
        this.names = new DatabaseNames(connection, key.teamId(), page.language());
    }

    RecordView view(boolean wantsAll) throws SQLException {
        RecordState state = new RecordRows()
                .find(connection, key)
                .map(StoredRecord::toState)
                .orElseThrow(NotThereException::new);
        RecordSchema schema = RecordSchemas.standard().find(key.type()).orElseThrow(NotThereException::new);
        ShownRecord shown = ShownRecord.of(state);
        Message message = message(schema, state.body());
        Title title = names.allFor(source -> new RecordTitle(page.language(), source).of(shown));
        RecordHistory history = RecordHistory.of(connection, key);
        boolean isAlive = state.life().isAlive();
        return new RecordView(
                TypeWords.of(RecordType.forNumber(key.type())),
                words.type(key.type()),
                RecordAddress.of(key),
                title.line(),
                title.detail(),
                life(state.life()),
                successor(state.life()),
                isLeftOut(),
                sections(schema, shown, state),
                isAlive ? problems(state) : List.of(),
                names.allFor(source -> conflicts(shown, state, source)),
                related(message),
                photos(message),
                names.allFor(source -> steps(shown, state, history, source, wantsAll)),
                history.steps().size() > STEPS_MAX && !wantsAll,
                actions(isAlive));
    }

    private boolean isLeftOut() throws SQLException {
        return new RecordRows()
                .find(connection, ReviewOf.key(key))
                .flatMap(record -> ReviewOf.read(record.toState()))
                .filter(ReviewOf::isLeftOut)
                .isPresent();
    }

    private static Message message(RecordSchema schema, ByteString body) {
        try {
            return DynamicMessage.parseFrom(schema.descriptor(), body);
        } catch (InvalidProtocolBufferException e) {
            return DynamicMessage.getDefaultInstance(schema.descriptor());
        }
    }

    private static String life(Life life) {
        if (!(life instanceof Life.Ended ended)) {
            return "alive";
        }
        if (ERASED.contains(ended.reason())) {
            return "erased";
        }
        return ended.reason() == EndReason.END_REASON_ABSORBED ? "absorbed" : "deleted";
    }

    private Optional<RecordListView.Link> successor(Life life) {
        return life.successor()
                .map(key::withId)
                .map(other -> new RecordListView.Link(
                        names.record(other).orElse(other.id().toString()), RecordAddress.of(other)));
    }

    private Optional<QuestionWords> questions(Message record) {
        FieldDescriptor version = record.getDescriptorForType().findFieldByName("form_version_id");
        boolean isSheet = key.type() == RecordType.RECORD_TYPE_RESPONSE_VALUE;
        return isSheet && Related.isId(record.getField(version).toString())
                ? Optional.of(new QuestionWords(
                        database,
                        new RecordKey(
                                key.teamId(),
                                RecordType.RECORD_TYPE_FORM_VERSION_VALUE,
                                UUID.fromString(record.getField(version).toString())),
                        page.language()))
                : Optional.empty();
    }

    /** An answer in the words of the form; empty for other fields and where the form does not say. */
    private static Optional<RecordView.Fact> answer(
            QuestionWords questions, FieldPath path, RecordState state, ValueText.Line line) {
        if (path.number() != Response.ANSWERS_FIELD_NUMBER) {
            return Optional.empty();
        }
        try {
            Answer answer =
                    Response.parseFrom(state.body()).getAnswersOrDefault(path.mapKey(), Answer.getDefaultInstance());
            return Optional.of(new RecordView.Fact(
                    questions.label(path.mapKey()).orElse(line.label()),
                    questions.chosen(path.mapKey(), answer).orElse(line.value())));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private List<RecordView.Section> sections(RecordSchema schema, ShownRecord shown, RecordState state) {
        Optional<QuestionWords> questions = questions(message(schema, state.body()));
        return names.allFor(source -> {
            ValueText text = new ValueText(page.language(), source);
            Map<Integer, List<RecordView.Fact>> facts = new LinkedHashMap<>();
            state.fields().forEach((path, value) -> {
                if (!value.value().isEmpty()) {
                    ValueText.Line line = text.line(shown, path, value.value());
                    facts.computeIfAbsent(path.number(), number -> new ArrayList<>())
                            .add(questions
                                    .flatMap(known -> answer(known, path, state, line))
                                    .orElseGet(() -> new RecordView.Fact(line.label(), line.value())));
                }
            });
            List<RecordView.Section> sections = new ArrayList<>();
            for (RecordLayout.Section section : RecordLayout.of(schema)) {
                List<RecordView.Fact> in = new ArrayList<>();
                for (FieldDescriptor field : section.fields()) {
                    in.addAll(
                            Optional.ofNullable(facts.remove(field.getNumber())).orElse(List.of()));
                }
                if (!in.isEmpty()) {
                    sections.add(new RecordView.Section(page.say(section.word()), in));
                }
            }
            List<RecordView.Fact> unknown =
                    facts.values().stream().flatMap(List::stream).toList();
            if (!unknown.isEmpty()) {
                sections.add(new RecordView.Section(page.say("records.part.other"), unknown));
            }
            return sections;
        });
    }

    private List<RecordView.Problem> problems(RecordState state) {
        return Rules.of(key.type(), state.body(), new RecordsHere(connection, key.teamId())).stream()
                .map(problem -> new RecordView.Problem(
                        problem.isError(), field(problem), page.isJapanese() ? problem.japanese() : problem.english()))
                .toList();
    }

    private String field(Problem problem) {
        String name = problem.field().split("\\.", -1)[0];
        return RecordSchemas.standard()
                .find(key.type())
                .map(schema -> schema.descriptor().findFieldByName(name))
                .map(words::field)
                .orElse("");
    }

    private List<String> conflicts(ShownRecord shown, RecordState state, NameSource source) {
        ValueText text = new ValueText(page.language(), source);
        return state.conflicts().keySet().stream()
                .map(path -> text.label(shown, path))
                .toList();
    }

    private List<RecordView.Group> related(Message message) throws SQLException {
        Related related = new Related(connection, key);
        Map<String, List<RecordKey>> groups = new LinkedHashMap<>();
        List<RecordKey> named = related.named(message);
        if (!named.isEmpty()) {
            groups.put(page.say("records.names"), named);
        }
        Map<RecordType, List<RecordKey>> naming = related.namingIt();
        naming.forEach((type, keys) -> groups.put(words.type(type), keys));
        Map<RecordKey, Title> titles =
                names.titles(groups.values().stream().flatMap(List::stream).toList());
        List<RecordView.Group> all = new ArrayList<>();
        groups.forEach((title, keys) -> {
            List<RecordView.Other> others = keys.stream()
                    .filter(titles::containsKey)
                    .map(other -> new RecordView.Other(
                            titles.get(other).line(), titles.get(other).detail(), RecordAddress.of(other)))
                    .toList();
            if (!others.isEmpty()) {
                all.add(new RecordView.Group(
                        title, others, Related.isMore(keys) ? all(keys.get(0)) : Optional.empty()));
            }
        });
        return all;
    }

    /** The list of all of a type at a workplace; other records have no such list. */
    private Optional<String> all(RecordKey one) {
        return key.type() == RecordType.RECORD_TYPE_WORKPLACE_VALUE
                ? Optional.of(page.in(
                        "/records?workplace=" + key.id() + "&type=" + TypeWords.of(RecordType.forNumber(one.type()))))
                : Optional.empty();
    }

    private List<RecordView.Photo> photos(Message message) throws SQLException {
        List<RecordView.Photo> photos = new ArrayList<>();
        for (Attachment file : AttachmentsIn.record(message)) {
            boolean isHere = Sql.of(
                            connection,
                            "SELECT 1 AS here FROM attachment WHERE team_id = ? AND sha256 = ? AND stored_at_ms IS NOT NULL",
                            key.teamId(),
                            file.getSha256())
                    .first(row -> true)
                    .isPresent();
            String name = HexFormat.of().formatHex(file.getSha256().toByteArray());
            photos.add(new RecordView.Photo(
                    file.getCaption().isEmpty() ? page.say("records.file") : file.getCaption(),
                    isHere ? Optional.of(page.in("/records/files/" + name)) : Optional.empty(),
                    file.getMediaType().startsWith("image/")));
        }
        return photos;
    }

    private List<RecordView.Step> steps(
            ShownRecord shown, RecordState state, RecordHistory history, NameSource source, boolean wantsAll) {
        List<RecordHistory.Step> steps = new ArrayList<>(history.steps());
        Collections.reverse(steps);
        ValueText text = new ValueText(page.language(), source);
        List<RecordView.Step> views = new ArrayList<>();
        for (RecordHistory.Step step : wantsAll ? steps : steps.subList(0, Math.min(STEPS_MAX, steps.size()))) {
            boolean isFirst = step.revision() == history.steps().get(0).revision();
            List<RecordView.Moved> moved = step.paths().stream()
                    .filter(path -> !isFirst || !step.after(path).isEmpty())
                    .map(path -> moved(shown, state, text, step, path))
                    .toList();
            views.add(view(step, source, moved, isFirst, views.isEmpty()));
        }
        return views;
    }

    private RecordView.Moved moved(
            ShownRecord shown, RecordState state, ValueText text, RecordHistory.Step step, FieldPath path) {
        ByteString before = step.before(path);
        ByteString after = step.after(path);
        ByteString now = state.field(path).map(field -> field.value()).orElse(ByteString.EMPTY);
        return new RecordView.Moved(
                text.label(shown, path, after.isEmpty() ? before : after),
                text.value(shown, path, before),
                step.contested().containsKey(path)
                        ? page.say(
                                "records.contested",
                                text.value(shown, path, step.contested().get(path)))
                        : text.value(shown, path, after),
                path.number(),
                path.isMapEntry() ? path.mapKey() : "",
                !before.equals(now));
    }

    private RecordView.Step view(
            RecordHistory.Step step, NameSource source, List<RecordView.Moved> moved, boolean isFirst, boolean isLast) {
        Authorship by = step.change().by();
        String who = source.person(by.getPersonId()).orElse(by.getPersonId());
        String body = source.body(by.getBodyId()).map(name -> "（" + name + "）").orElse("");
        boolean isEdit = step.action() == tsunagi.sync.v1.Action.ACTION_EDIT;
        String what = isEdit && isFirst
                ? "made"
                : step.action().name().substring("ACTION_".length()).toLowerCase(java.util.Locale.ROOT);
        return new RecordView.Step(
                step.revision(),
                page.say("records.did." + what),
                who + body,
                device(by.getOriginDeviceId()),
                page.days().moment(by.getCorrectedAtMs()),
                by.getClockWasWrong(),
                moved,
                isFirst,
                isLast);
    }

    private String device(ByteString id) {
        return devices.computeIfAbsent(id, device -> {
            try {
                return Sql.of(connection, "SELECT name FROM device WHERE device_id = ?", Ids.fromBytes(device))
                        .first(row -> row.text("name"))
                        .orElse("");
            } catch (SQLException e) {
                throw new tsunagi.server.storage.StorageException(e);
            }
        });
    }

    private List<RecordListView.Link> actions(boolean isAlive) {
        RecordType type = RecordType.forNumber(key.type());
        List<RecordListView.Link> links = new ArrayList<>();
        String here = RecordAddress.of(key);
        if (isAlive && !RecordListing.MADE_ELSEWHERE.contains(type)) {
            links.add(new RecordListView.Link(page.say("records.edit"), here + "/edit"));
        }
        if (isAlive && type == RecordType.RECORD_TYPE_PROGRAM) {
            links.add(new RecordListView.Link(page.say("records.edit_council"), here + "/edit?only=council_checks"));
        }
        if (type == RecordType.RECORD_TYPE_MEETING || type == RecordType.RECORD_TYPE_PROGRAM) {
            links.add(new RecordListView.Link(
                    page.say("records.like." + TypeWords.of(type)),
                    page.in("/records/new?type=" + TypeWords.of(type) + "&like=" + key.id())));
        }
        if (isAlive && type == RecordType.RECORD_TYPE_MEETING) {
            links.add(new RecordListView.Link(
                    page.say("records.rate"), page.in("/records/new?type=response&meeting_id=" + key.id())));
        }
        if (type == RecordType.RECORD_TYPE_WORKPLACE) {
            links.add(new RecordListView.Link(
                    page.say("records.all_of_workplace"), page.in("/records?workplace=" + key.id())));
        }
        return links.stream().collect(Collectors.toList());
    }
}
