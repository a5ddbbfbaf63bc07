package tsunagi.app.visit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Authorship;

/** What comes in from other tablets while a screen stands open. */
final class FromOthers {
    private static long revision = 100;

    private FromOthers() {}

    static RecordKey key(int type) {
        return new RecordKey(Brewery.TEAM, type, UUID.randomUUID());
    }

    /** The record as the server says it is now. */
    static void says(RecordKey key, Message record) {
        says(key, record, new TreeMap<>());
    }

    /** Two people wrote different things in the field. */
    static void disagree(RecordKey key, Message record, int field, Message candidate) {
        FieldPath path = FieldPath.field(field);
        Stamp stamp = Stamp.of(UUID.randomUUID());
        ByteString value = FieldValues.of(candidate).get(path);
        SortedMap<FieldPath, Conflict> conflicts = new TreeMap<>();
        conflicts.put(
                path,
                new Conflict(
                        path,
                        stamp.changeIds().get(0),
                        Optional.empty(),
                        by(Brewery.SUPERVISOR, 1_721_957_400_000L),
                        Collections.singletonList(new Candidate(
                                stamp, value, by(Brewery.THERAPIST, 1_721_958_000_000L), Collections.emptySet()))));
        says(key, record, conflicts);
    }

    private static Authorship by(String personId, long atMs) {
        return Authorship.newBuilder()
                .setPersonId(personId)
                .setCorrectedAtMs(atMs)
                .build();
    }

    private static void says(RecordKey key, Message record, SortedMap<FieldPath, Conflict> conflicts) {
        Optional<RecordState> before = Stage.parts().tablet().show(key).onServer();
        SortedMap<FieldPath, StampedValue> fields = new TreeMap<>();
        FieldValues.of(record).asMap().forEach((path, value) -> {
            Optional<StampedValue> same = before.flatMap(state -> state.field(path))
                    .filter(field -> field.value().equals(value));
            fields.put(path, same.orElseGet(() -> new StampedValue(value, Stamp.of(UUID.randomUUID()))));
        });
        RecordState state = new RecordState(key, revision++, new Life.Alive(), fields, conflicts);
        Stage.parts().tablet().replica().moveAhead(Brewery.TEAM, Collections.singleton(state));
    }
}
