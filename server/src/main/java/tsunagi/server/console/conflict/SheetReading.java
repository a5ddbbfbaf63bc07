package tsunagi.server.console.conflict;

import com.google.protobuf.ByteString;
import io.micronaut.http.HttpStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.server.conflict.BothValues;
import tsunagi.server.conflict.Conflicts;
import tsunagi.server.conflict.OpenConflict;
import tsunagi.server.conflict.Settlement;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Page;

/** What somebody decided on the page of one record, held against the record as it stands now. */
final class SheetReading {
    private final Connection connection;
    private final Page page;
    private final Conflicts conflicts = new Conflicts();
    private final List<Settlement> settlements = new ArrayList<>();
    private final Map<FieldPath, String> choices = new HashMap<>();
    private final Map<FieldPath, String> others = new HashMap<>();
    private final Map<FieldPath, String> troubles = new HashMap<>();
    private final List<FieldPath> fields = new ArrayList<>();
    private boolean isStale;

    private SheetReading(Connection connection, Page page) {
        this.connection = connection;
        this.page = page;
    }

    static SheetReading of(Connection connection, RecordKey key, FormFields entered, Page page) throws SQLException {
        SheetReading reading = new SheetReading(connection, page);
        for (int i = 0; entered.has("c" + i + ".seen"); i++) {
            String name = "c" + i;
            Optional<SeenConflict> seen = entered.text(name + ".seen")
                    .flatMap(text -> SeenConflict.parse(key.teamId(), text))
                    .filter(one -> one.key().equals(key));
            if (seen.isPresent()) {
                reading.read(
                        seen.get(),
                        entered.text(name + ".choice").orElse(""),
                        entered.raw(name + ".other").orElse(""));
            }
        }
        return reading;
    }

    private void read(SeenConflict seen, String choice, String other) throws SQLException {
        choices.put(seen.path(), choice);
        others.put(seen.path(), other);
        if (choice.isEmpty()) {
            return;
        }
        fields.add(seen.path());
        Optional<OpenConflict> open = conflicts.find(connection, seen.key(), seen.path());
        if (open.filter(now -> now.isSeenBy(seen.settledWith(ByteString.EMPTY))).isEmpty()) {
            isStale = true;
            return;
        }
        Optional<ByteString> value = value(open.get(), choice, other);
        value.ifPresent(decided -> settlements.add(seen.settledWith(decided)));
        if (value.isEmpty()) {
            troubles.put(seen.path(), page.say("conflict.unreadable"));
        }
    }

    private Optional<ByteString> value(OpenConflict open, String choice, String other) {
        return switch (choice) {
            case "standing" -> Optional.of(open.standing().value());
            case "both" -> BothValues.of(open);
            case "other" -> ThirdValue.of(open.key(), open.path()).read(other);
            default -> candidate(open, choice).map(OpenConflict.Side::value);
        };
    }

    private static Optional<OpenConflict.Side> candidate(OpenConflict open, String choice) {
        return choice.matches("\\d{1,4}")
                        && Integer.parseInt(choice) < open.waiting().size()
                ? Optional.of(open.waiting().get(Integer.parseInt(choice)))
                : Optional.empty();
    }

    List<Settlement> settlements() {
        return List.copyOf(settlements);
    }

    /** Why nothing is written; empty when all that was chosen can be. */
    Optional<String> trouble() {
        if (isStale) {
            return Optional.of(page.say("conflict.stale"));
        }
        if (!troubles.isEmpty()) {
            return Optional.of(page.say("conflict.unreadable_somewhere"));
        }
        return settlements.isEmpty() ? Optional.of(page.say("conflict.nothing_chosen")) : Optional.empty();
    }

    HttpStatus status() {
        return isStale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    /** The first field that was decided on; it is shown though somebody else settled it. */
    Optional<FieldPath> firstField() {
        return fields.stream().findFirst();
    }

    ConflictSheets.Chosen chosen() {
        return new ConflictSheets.Chosen(choices, others, troubles);
    }
}
