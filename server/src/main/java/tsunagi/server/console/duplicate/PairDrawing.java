package tsunagi.server.console.duplicate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.server.console.page.Page;
import tsunagi.server.duplicate.DuplicateCandidates;
import tsunagi.server.duplicate.DuplicatePair;
import tsunagi.server.duplicate.FieldMeeting;
import tsunagi.server.duplicate.MergedRecords;
import tsunagi.server.duplicate.Merging.Sides;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordTitle;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.Title;
import tsunagi.server.words.ValueText;

/** Two records being put into words side by side, on one connection. */
final class PairDrawing {
    private final Connection connection;
    private final Page page;
    private final DuplicatePair pair;
    private final Sides sides;
    private final DatabaseNames names;
    private final MergedRecords merged = new MergedRecords();

    PairDrawing(Connection connection, Page page, DuplicatePair pair, Sides sides) {
        this.connection = connection;
        this.page = page;
        this.pair = pair;
        this.sides = sides;
        this.names = new DatabaseNames(connection, pair.teamId(), page.language());
    }

    /** What was seen, as a form says it. */
    static String revisions(Sides sides) {
        return sides.first().revision() + "." + sides.second().revision();
    }

    /** The name under which a form says which value of the field stays. */
    static String name(int field) {
        return "field" + field;
    }

    PairView draw(Optional<String> trouble) throws SQLException {
        Map<Integer, Long> namingFirst = merged.naming(connection, pair.firstKey());
        Map<Integer, Long> namingSecond = merged.naming(connection, pair.secondKey());
        boolean staysFirst = weight(sides.first(), namingFirst) >= weight(sides.second(), namingSecond);
        List<PairView.Field> fields = names.allFor(source -> fields(source, staysFirst));
        List<FieldMeeting> meetings = sides.fields();
        List<PairView.Field> differing = new ArrayList<>();
        List<PairView.Field> same = new ArrayList<>();
        for (int i = 0; i < meetings.size(); i++) {
            (meetings.get(i).kind() == FieldMeeting.Kind.SAME ? same : differing).add(fields.get(i));
        }
        return new PairView(
                DuplicateWords.address(page, pair),
                DuplicateWords.value(pair),
                RecordWords.in(page.language()).type(pair.type()),
                side(sides.first(), namingFirst),
                side(sides.second(), namingSecond),
                staysFirst,
                differing,
                same,
                new DuplicateCandidates()
                        .find(connection, pair)
                        .map(found -> new PairView.Why(
                                found.likeness().score(), DuplicateWords.reasons(page, found.likeness()))),
                trouble);
    }

    /** The record that more hangs on, and that says more, is the one to suggest. */
    private static long weight(RecordState record, Map<Integer, Long> naming) {
        return naming.values().stream().mapToLong(Long::longValue).sum() * 100
                + record.fields().size();
    }

    private PairView.Side side(RecordState record, Map<Integer, Long> naming) throws SQLException {
        RecordKey key = record.key();
        Title title = names.allFor(source -> new RecordTitle(page.language(), source).of(ShownRecord.of(record)));
        Optional<LoggedChange> first =
                new ChangeLog().of(connection, key).stream().findFirst();
        String written = first.map(change -> page.say(
                        "duplicate.written",
                        names.person(change.by().getPersonId()).orElse("—"),
                        page.days().moment(change.by().getCorrectedAtMs())))
                .orElse("");
        RecordWords words = RecordWords.in(page.language());
        List<String> all = naming.entrySet().stream()
                .map(entry -> page.say("duplicate.naming_one", words.type(entry.getKey()), entry.getValue()))
                .toList();
        return new PairView.Side(new RecordShown(title.line(), title.detail()), record.revision(), written, all);
    }

    private List<PairView.Field> fields(NameSource source, boolean staysFirst) {
        ValueText text = new ValueText(page.language(), source);
        ShownRecord first = ShownRecord.of(sides.first());
        ShownRecord second = ShownRecord.of(sides.second());
        List<PairView.Field> fields = new ArrayList<>();
        List<FieldMeeting> meetings = sides.fields();
        for (int i = 0; i < meetings.size(); i++) {
            FieldMeeting meeting = meetings.get(i);
            boolean isOfFirst = !meeting.first().isEmpty();
            fields.add(new PairView.Field(
                    isOfFirst
                            ? text.label(first, meeting.path(), meeting.first())
                            : text.label(second, meeting.path(), meeting.second()),
                    text.value(first, meeting.path(), meeting.first()),
                    text.value(second, meeting.path(), meeting.second()),
                    meeting.kind() == FieldMeeting.Kind.CHOICE ? name(i) : "",
                    staysFirst,
                    outcome(meeting)));
        }
        return fields;
    }

    private String outcome(FieldMeeting meeting) {
        return switch (meeting.kind()) {
            case SAME -> page.say("duplicate.outcome.same");
            case ONE_ONLY -> page.say("duplicate.outcome.one_only");
            case UNITED -> page.say("duplicate.outcome.united");
            case CHOICE -> page.say("duplicate.outcome.choice");
        };
    }
}
