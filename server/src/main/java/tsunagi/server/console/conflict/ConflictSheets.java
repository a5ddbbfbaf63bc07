package tsunagi.server.console.conflict;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.merge.RecordState;
import tsunagi.server.conflict.BothValues;
import tsunagi.server.conflict.FieldHistory;
import tsunagi.server.conflict.OpenConflict;
import tsunagi.server.console.conflict.ConflictSheet.Field;
import tsunagi.server.console.conflict.ConflictSheet.Said;
import tsunagi.server.console.conflict.ConflictSheet.Settled;
import tsunagi.server.console.conflict.ConflictSheet.Side;
import tsunagi.server.console.page.Page;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordTitle;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.Title;
import tsunagi.server.words.ValueText;

/** Puts what is open in one record into words, side by side. */
final class ConflictSheets {
    /** From so many characters on, what is different is worth pointing at. */
    private static final int LONG_TEXT = 20;

    private final FieldHistory history = new FieldHistory();

    /**
     * What a person had chosen when the page is shown again.
     *
     * @param choices by the field
     * @param others the other values they wrote, by the field
     * @param troubles what could not be read, by the field
     */
    record Chosen(Map<FieldPath, String> choices, Map<FieldPath, String> others, Map<FieldPath, String> troubles) {
        static final Chosen NOTHING = new Chosen(Map.of(), Map.of(), Map.of());
    }

    /**
     * The page.
     *
     * @param open what is open in it
     * @param settled a field that is to be shown though nothing is open in it
     */
    ConflictSheet sheet(
            Connection connection,
            Page page,
            RecordState state,
            List<OpenConflict> open,
            Optional<FieldPath> settled,
            Chosen chosen,
            String trouble)
            throws SQLException {
        Map<FieldPath, List<FieldHistory.Said>> histories = new HashMap<>();
        for (OpenConflict one : open) {
            histories.put(one.path(), history.of(connection, one.key(), one.path()));
        }
        if (settled.isPresent()) {
            histories.put(settled.get(), history.of(connection, state.key(), settled.get()));
        }
        Writers writers = new Writers(connection, page);
        return new DatabaseNames(connection, state.key().teamId(), page.language())
                .allFor(names ->
                        new Words(page, names, writers, state, histories, chosen).sheet(open, settled, trouble));
    }

    /** One page being put into words. */
    private static final class Words {
        private final Page page;
        private final NameSource names;
        private final Writers writers;
        private final RecordState state;
        private final Map<FieldPath, List<FieldHistory.Said>> histories;
        private final Chosen chosen;
        private final ShownRecord shown;
        private final ValueText text;

        Words(
                Page page,
                NameSource names,
                Writers writers,
                RecordState state,
                Map<FieldPath, List<FieldHistory.Said>> histories,
                Chosen chosen) {
            this.page = page;
            this.names = names;
            this.writers = writers;
            this.state = state;
            this.histories = histories;
            this.chosen = chosen;
            this.shown = ShownRecord.of(state);
            this.text = new ValueText(page.language(), names);
        }

        ConflictSheet sheet(List<OpenConflict> open, Optional<FieldPath> settled, String trouble) {
            Title title = new RecordTitle(page.language(), names).of(shown);
            List<Field> fields = new ArrayList<>();
            for (OpenConflict one : open) {
                fields.add(field("c" + fields.size(), one));
            }
            return new ConflictSheet(
                    RecordWords.in(page.language()).type(state.key().type()),
                    title.line(),
                    title.detail(),
                    ConflictLists.address(page, state.key()),
                    fields,
                    settled.map(this::settled).stream().toList(),
                    trouble);
        }

        private Field field(String name, OpenConflict one) {
            Optional<ByteString> base = one.conflict().base();
            List<Side> sides = new ArrayList<>();
            for (OpenConflict.Side side : one.sides()) {
                String choice = sides.isEmpty() ? "standing" : Integer.toString(sides.size() - 1);
                sides.add(side(choice, one.path(), base, side));
            }
            return new Field(
                    name,
                    SeenConflict.of(one).text(),
                    text.label(shown, one.path()),
                    base.map(value -> value(one.path(), value)).orElse(page.say("conflict.no_base")),
                    sides,
                    BothValues.of(one).map(both -> value(one.path(), both)).orElse(""),
                    ThirdValue.of(one.key(), one.path())
                            .input(
                                    page,
                                    Optional.ofNullable(chosen.others().get(one.path())),
                                    one.standing().value()),
                    chosen.choices().getOrDefault(one.path(), ""),
                    chosen.troubles().getOrDefault(one.path(), ""),
                    said(
                            one.path(),
                            one.waiting().stream().map(OpenConflict.Side::stamp).toList()));
        }

        private Side side(String choice, FieldPath path, Optional<ByteString> base, OpenConflict.Side side) {
            String value = value(path, side.value());
            String before = base.map(bytes -> value(path, bytes)).orElse("");
            boolean isLong = before.length() >= LONG_TEXT && value.length() >= LONG_TEXT;
            return new Side(
                    choice,
                    value,
                    isLong ? TextDifference.between(before, value) : List.of(),
                    writers.of(names, side.by()),
                    choice.equals("standing"));
        }

        private Settled settled(FieldPath path) {
            return new Settled(
                    FieldWord.of(path),
                    FieldWord.of(state.stampOf(path)),
                    text.label(shown, path),
                    value(path, standing(path)),
                    said(path, List.of()));
        }

        private List<Said> said(FieldPath path, List<Stamp> waiting) {
            return histories.get(path).stream()
                    .map(said -> new Said(
                            FieldWord.of(said.stamp()),
                            value(path, said.value()),
                            writers.of(names, said.by()),
                            said.settles(),
                            state.stampOf(path).containsAll(said.stamp()),
                            waiting.stream().anyMatch(stamp -> stamp.containsAll(said.stamp()))))
                    .toList();
        }

        private ByteString standing(FieldPath path) {
            return state.field(path).map(field -> field.value()).orElse(ByteString.EMPTY);
        }

        private String value(FieldPath path, ByteString value) {
            return text.value(shown, path, value);
        }
    }
}
