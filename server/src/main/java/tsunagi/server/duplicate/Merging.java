package tsunagi.server.duplicate;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.MalformedBodyException;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;

/** Makes one record of two, as a person chose field by field, and takes that back. Thread-safe. */
public final class Merging {
    private final Database database;
    private final Desk desk;
    private final RecordSchemas schemas = RecordSchemas.standard();

    public Merging(Database database, Desk desk) {
        this.database = database;
        this.desk = desk;
    }

    /** Two records side by side. */
    public record Sides(RecordState first, RecordState second) {
        public boolean areBothAlive() {
            return first.exists()
                    && second.exists()
                    && first.life().isAlive()
                    && second.life().isAlive();
        }

        public List<FieldMeeting> fields() {
            return FieldMeeting.of(first, second);
        }
    }

    /**
     * What somebody decided.
     *
     * @param sides what they saw
     * @param staysFirst whether the first of the two speaks for both from now on
     * @param fromFirst of those fields that call for a choice, the ones for which the first record's value was chosen
     */
    public record Wish(Sides sides, boolean staysFirst, Set<FieldPath> fromFirst) {
        RecordState stays() {
            return staysFirst ? sides.first() : sides.second();
        }

        RecordState goes() {
            return staysFirst ? sides.second() : sides.first();
        }

        private Map<FieldPath, ByteString> chosen() {
            Map<FieldPath, ByteString> chosen = new TreeMap<>();
            for (FieldMeeting field : sides.fields()) {
                if (field.kind() == FieldMeeting.Kind.CHOICE) {
                    chosen.put(field.path(), fromFirst.contains(field.path()) ? field.first() : field.second());
                }
            }
            return chosen;
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It was done; the key is that of the record that stays, or of the one that stands for itself again. */
        record Done(RecordKey key) implements Outcome {}

        /** Somebody else was there first, or wrote meanwhile: it has to be looked at again. */
        record Moved() implements Outcome {}

        /** It waits as a parked change; the detail says why. */
        record Refused(String detail) implements Outcome {}
    }

    public Sides show(DuplicatePair pair) {
        return new Sides(desk.show(pair.firstKey()), desk.show(pair.secondKey()));
    }

    public Outcome merge(String personId, Wish wish) {
        RecordState stays = wish.stays();
        RecordState goes = wish.goes();
        if (!wish.sides().areBothAlive()
                || desk.show(stays.key()).revision() != stays.revision()
                || desk.show(goes.key()).revision() != goes.revision()) {
            return new Outcome.Moved();
        }
        Optional<Outcome> trouble =
                trouble(desk.absorb(personId, goes.key(), stays.key().id()));
        if (trouble.isPresent()) {
            return trouble.get();
        }
        takeOffTheList(goes.key());
        Map<FieldPath, ByteString> chosen = wish.chosen();
        RecordState joined = desk.show(stays.key());
        chosen.entrySet()
                .removeIf(choice -> FieldMeeting.value(joined, choice.getKey()).equals(choice.getValue()));
        if (!chosen.isEmpty()) {
            note(wish, chosen);
            DeskEdit edit = new DeskEdit(joined, FieldValues.of(chosen), Set.of());
            trouble = trouble(
                    desk.write(stays.key().teamId(), personId, List.of(edit)).get(0));
        }
        return trouble.orElseGet(() -> new Outcome.Done(stays.key()));
    }

    /** What follows the records is seconds behind; who merged a pair must not find it in the list again. */
    private void takeOffTheList(RecordKey gone) {
        database.write(connection -> Sql.of(
                        connection,
                        "DELETE FROM duplicate_candidate WHERE team_id = ? AND (first_id = ? OR second_id = ?)",
                        gone.teamId(),
                        gone.id(),
                        gone.id())
                .update());
    }

    private void note(Wish wish, Map<FieldPath, ByteString> chosen) {
        RecordState stays = wish.stays();
        Map<FieldPath, ByteString> before = new TreeMap<>();
        chosen.keySet().forEach(path -> before.put(path, FieldMeeting.value(stays, path)));
        database.write(connection -> Sql.of(
                        connection,
                        """
                        INSERT INTO merge_choice (team_id, record_type, record_id, successor_id, said_before, chosen)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (team_id, record_id) DO UPDATE SET successor_id = excluded.successor_id,
                            said_before = excluded.said_before, chosen = excluded.chosen
                        """,
                        stays.key().teamId(),
                        stays.key().type(),
                        wish.goes().key().id(),
                        stays.key().id(),
                        FieldValues.of(before).join(),
                        FieldValues.of(chosen).join())
                .update());
    }

    /** Makes two of them again; what was chosen for the one that stayed, and nobody has touched since, is as it was before. */
    public Outcome split(String personId, RecordKey absorbed) {
        Optional<Outcome> trouble = trouble(desk.split(personId, absorbed));
        if (trouble.isPresent()) {
            return trouble.get();
        }
        Optional<Choice> choice = database.read(connection -> choice(connection, absorbed));
        return choice.flatMap(made -> takeBack(personId, absorbed, made)).orElseGet(() -> new Outcome.Done(absorbed));
    }

    private record Choice(UUID successorId, FieldValues before, FieldValues chosen) {}

    private Optional<Choice> choice(Connection connection, RecordKey absorbed) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM merge_choice WHERE team_id = ? AND record_id = ?",
                        absorbed.teamId(),
                        absorbed.id())
                .first(row -> new Choice(
                        row.id("successor_id"),
                        values(absorbed.type(), row.bytes("said_before")),
                        values(absorbed.type(), row.bytes("chosen"))));
    }

    private Optional<Outcome> takeBack(String personId, RecordKey absorbed, Choice choice) {
        forget(absorbed);
        RecordState successor = desk.show(absorbed.withId(choice.successorId()));
        Set<FieldPath> untouched = choice.chosen().paths().stream()
                .filter(path -> FieldMeeting.value(successor, path)
                        .equals(choice.chosen().get(path)))
                .collect(Collectors.toSet());
        if (!untouched.isEmpty() && successor.life().isAlive()) {
            DeskEdit edit = new DeskEdit(successor, choice.before().only(untouched), Set.of());
            return trouble(
                    desk.write(absorbed.teamId(), personId, List.of(edit)).get(0));
        }
        return Optional.empty();
    }

    private void forget(RecordKey absorbed) {
        database.write(connection -> Sql.of(
                        connection,
                        "DELETE FROM merge_choice WHERE team_id = ? AND record_id = ?",
                        absorbed.teamId(),
                        absorbed.id())
                .update());
    }

    private FieldValues values(int type, ByteString body) {
        Set<Integer> maps = schemas.find(type)
                .map(schema -> schema.descriptor().getFields().stream()
                        .filter(FieldDescriptor::isMapField)
                        .map(FieldDescriptor::getNumber)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        try {
            return FieldValues.split(body, maps);
        } catch (MalformedBodyException e) {
            throw new IllegalStateException("a kept choice does not parse", e);
        }
    }

    private static Optional<Outcome> trouble(DeskWord word) {
        if (word instanceof DeskWord.Parked parked) {
            return Optional.of(new Outcome.Refused(parked.detail()));
        }
        if (word instanceof DeskWord.Unfit unfit) {
            return Optional.of(new Outcome.Refused(unfit.detail()));
        }
        return word instanceof DeskWord.Erased ? Optional.of(new Outcome.Moved()) : Optional.empty();
    }
}
