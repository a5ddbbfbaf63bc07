package tsunagi.server.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagi.server.sheet.WallDraft.Edited;
import tsunagi.server.sheet.WallDraft.Kept;
import tsunagi.server.storage.Sql;

/** Keeps what was chosen for wall sheets. */
public final class WallDrafts {
    private static final String KEY = " WHERE team_id = ? AND workplace_id = ? AND fiscal_year = ?";

    /** Whose wall sheet of which year. */
    public record Key(String teamId, String workplaceId, int fiscalYear) {}

    private WallDrafts() {}

    public static WallDraft find(Connection connection, Key key) throws SQLException {
        Optional<WallDraft> draft = Sql.of(
                        connection,
                        "SELECT with_figures, edited_by, edited_at_ms FROM wall_draft" + KEY,
                        key.teamId(),
                        key.workplaceId(),
                        key.fiscalYear())
                .first(row -> new WallDraft(
                        row.truth("with_figures"),
                        Map.of(),
                        Optional.of(new Edited(row.text("edited_by"), row.number("edited_at_ms")))));
        return draft.isPresent()
                ? new WallDraft(
                        draft.get().withFigures(),
                        sentences(connection, key),
                        draft.get().edited())
                : WallDraft.NONE;
    }

    private static Map<String, Kept> sentences(Connection connection, Key key) throws SQLException {
        Map<String, Kept> sentences = new LinkedHashMap<>();
        Sql.of(
                        connection,
                        "SELECT sentence_key, is_picked, text, proposed, edited_by, edited_at_ms FROM wall_sentence"
                                + KEY,
                        key.teamId(),
                        key.workplaceId(),
                        key.fiscalYear())
                .visit(row -> {
                    sentences.put(
                            row.text("sentence_key"),
                            new Kept(
                                    row.truth("is_picked"),
                                    row.text("text"),
                                    row.text("proposed"),
                                    new Edited(row.text("edited_by"), row.number("edited_at_ms"))));
                    return true;
                });
        return sentences;
    }

    /** Keeps it in place of what was kept; a sentence that stayed as it was keeps its editor. */
    public static void keep(Connection connection, Key key, WallDraft draft) throws SQLException {
        Map<String, Kept> before = sentences(connection, key);
        forget(connection, key);
        Edited edited = draft.edited().orElseThrow();
        Sql.of(
                        connection,
                        "INSERT INTO wall_draft (team_id, workplace_id, fiscal_year, with_figures, edited_by, edited_at_ms)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        key.teamId(),
                        key.workplaceId(),
                        key.fiscalYear(),
                        draft.withFigures(),
                        edited.personId(),
                        edited.atMs())
                .update();
        for (Map.Entry<String, Kept> sentence : draft.sentences().entrySet()) {
            insert(connection, key, sentence.getKey(), sentence.getValue(), before);
        }
    }

    private static void insert(
            Connection connection, Key key, String sentenceKey, Kept sentence, Map<String, Kept> before)
            throws SQLException {
        Kept was = before.get(sentenceKey);
        boolean isSame = was != null
                && was.isPicked() == sentence.isPicked()
                && was.text().equals(sentence.text());
        Edited edited = isSame ? was.edited() : sentence.edited();
        Sql.of(
                        connection,
                        "INSERT INTO wall_sentence (team_id, workplace_id, fiscal_year, sentence_key, is_picked, text,"
                                + " proposed, edited_by, edited_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        key.teamId(),
                        key.workplaceId(),
                        key.fiscalYear(),
                        sentenceKey,
                        sentence.isPicked(),
                        sentence.text(),
                        sentence.proposed(),
                        edited.personId(),
                        edited.atMs())
                .update();
    }

    /** As if nobody had chosen anything. */
    public static void forget(Connection connection, Key key) throws SQLException {
        for (String table : new String[] {"wall_sentence", "wall_draft"}) {
            Sql.of(connection, "DELETE FROM " + table + KEY, key.teamId(), key.workplaceId(), key.fiscalYear())
                    .update();
        }
    }
}
