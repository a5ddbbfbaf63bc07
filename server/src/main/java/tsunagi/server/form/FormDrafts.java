package tsunagi.server.form;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Forms that were uploaded and are not published yet, so that their author can look, mend and publish later. Thread-safe. */
public final class FormDrafts {
    private final Database database;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public FormDrafts(Database database, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * One of them.
     *
     * @param formName which of its files is the form
     * @param fileNames all its files
     */
    public record Draft(UUID id, String formName, String personId, long uploadedAtMs, List<String> fileNames) {}

    /**
     * A draft as it is worked with.
     *
     * @param files what the form shows or reads, by name
     * @param missing names that it uses and that were not uploaded
     */
    public record Opened(FormFile file, Map<String, byte[]> files, List<String> missing) {}

    public List<Draft> all(UUID teamId) {
        return database.read(connection -> Sql.of(
                        connection, "SELECT * FROM form_draft WHERE team_id = ? ORDER BY uploaded_at_ms DESC", teamId)
                .list(row -> draft(connection, teamId, row)));
    }

    public Optional<Draft> find(UUID teamId, UUID draftId) {
        return database.read(connection -> Sql.of(
                        connection, "SELECT * FROM form_draft WHERE team_id = ? AND draft_id = ?", teamId, draftId)
                .first(row -> draft(connection, teamId, row)));
    }

    /** Keeps what was uploaded. */
    public UUID put(UUID teamId, String personId, String formName, Map<String, ByteString> files) {
        UUID draftId = ids.get();
        write(teamId, draftId, personId, formName, files);
        return draftId;
    }

    /** Puts another form in the place of the one before; files of other names stay. */
    public void replace(UUID teamId, Draft before, String personId, String formName, Map<String, ByteString> files) {
        database.<Void>write(connection -> {
            Sql.of(
                            connection,
                            "DELETE FROM form_draft_file WHERE team_id = ? AND draft_id = ? AND name = ?",
                            teamId,
                            before.id(),
                            before.formName())
                    .update();
            return null;
        });
        write(teamId, before.id(), personId, formName, files);
    }

    private void write(UUID teamId, UUID draftId, String personId, String formName, Map<String, ByteString> files) {
        database.<Void>write(connection -> {
            Sql.of(connection, """
                            INSERT INTO form_draft (team_id, draft_id, form_name, person_id, uploaded_at_ms)
                            VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT (team_id, draft_id) DO UPDATE SET form_name = excluded.form_name,
                                person_id = excluded.person_id, uploaded_at_ms = excluded.uploaded_at_ms
                            """, teamId, draftId, formName, personId, clock.millis())
                    .update();
            for (Map.Entry<String, ByteString> file : files.entrySet()) {
                putFile(connection, teamId, draftId, file.getKey(), file.getValue());
            }
            return null;
        });
    }

    private static void putFile(Connection connection, UUID teamId, UUID draftId, String name, ByteString content)
            throws SQLException {
        Sql.of(connection, """
                        INSERT INTO form_draft_file (team_id, draft_id, name, content) VALUES (?, ?, ?, ?)
                        ON CONFLICT (team_id, draft_id, name) DO UPDATE SET content = excluded.content
                        """, teamId, draftId, name, content).update();
    }

    public void discard(UUID teamId, UUID draftId) {
        database.<Void>write(connection -> {
            for (String table : List.of("form_draft_file", "form_draft")) {
                Sql.of(connection, "DELETE FROM " + table + " WHERE team_id = ? AND draft_id = ?", teamId, draftId)
                        .update();
            }
            return null;
        });
    }

    /** The bytes of one of its files. */
    public Optional<ByteString> file(UUID teamId, UUID draftId, String name) {
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT content FROM form_draft_file WHERE team_id = ? AND draft_id = ? AND name = ?",
                        teamId,
                        draftId,
                        name)
                .first(row -> row.bytes("content")));
    }

    /** Compiles and reads it. */
    public Opened open(UUID teamId, Draft draft) {
        return inFolder(teamId, draft, folder -> {
            FormFile file = FormFile.open(folder.resolve(draft.formName()), folder);
            if (file.xform().isEmpty()) {
                return new Opened(file, Map.of(), List.of());
            }
            MediaFolder.Found found =
                    new MediaFolder(folder).filesOf(file.xform().get());
            return new Opened(file, found.files(), List.copyOf(found.missing()));
        });
    }

    /** The readers of spreadsheets want files that lie in a folder. */
    private <T> T inFolder(UUID teamId, Draft draft, Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("form-draft");
            try {
                for (String name : draft.fileNames()) {
                    Files.write(
                            folder.resolve(name),
                            file(teamId, draft.id(), name).orElseThrow().toByteArray());
                }
                return work.apply(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Draft draft(Connection connection, UUID teamId, Row row) throws SQLException {
        UUID draftId = row.id("draft_id");
        return new Draft(
                draftId,
                row.text("form_name"),
                row.text("person_id"),
                row.number("uploaded_at_ms"),
                Sql.of(
                                connection,
                                "SELECT name FROM form_draft_file WHERE team_id = ? AND draft_id = ? ORDER BY name",
                                teamId,
                                draftId)
                        .list(file -> file.text("name")));
    }
}
