package tsunagi.server.form;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.SheetSetting;
import tsunagi.questionnaires.Wording;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.server.plaintables.FollowerLease;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * Holds sheets against the version of the form they name, and notes what a person should see among the plain tables. It
 * changes no sheet. Which sheets are left to do stands in the tables: whatever moves a sheet, or makes the tables anew,
 * takes the note that it was checked away with its rows. Thread-safe.
 */
public final class SheetChecks {
    private static final Logger LOG = LoggerFactory.getLogger(SheetChecks.class);
    private static final int SHEET = RecordType.RECORD_TYPE_RESPONSE_VALUE;
    private static final int SHEETS_TOGETHER = 20;
    private static final int FORMS_KEPT = 16;

    private final Database database;
    private final PublishedForms forms;
    private final RecordRows records = new RecordRows();
    /** A published version never changes. */
    private final Map<RecordKey, Form> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RecordKey, Form> eldest) {
            return size() > FORMS_KEPT;
        }
    };

    /** What is left to do, as of a state of the tables; a look at all sheets is not for every round. */
    private final Deque<Due> due = new ArrayDeque<>();

    private String seen = "";

    /** A sheet that was not checked yet, and the version it names. */
    private record Due(RecordKey version, UUID sheetId) {}

    /** Something a person should see about a sheet. */
    private record Found(String rule, String path, boolean isError, Wording wording) {
        static Found of(Finding finding) {
            return new Found(
                    "form_" + finding.kind().name().toLowerCase(Locale.ROOT),
                    finding.path(),
                    finding.kind().isError(),
                    finding.wording());
        }
    }

    /** One sheet, and what was found. */
    private record Checked(RecordKey sheet, long revision, List<Found> found) {}

    public SheetChecks(Database database, PublishedForms forms) {
        this.database = database;
        this.forms = forms;
    }

    /** Checks some sheets whose form is here; false when there is nothing to do for now. */
    public synchronized boolean checkSome() {
        if (due.isEmpty() && !lookAgain()) {
            return false;
        }
        RecordKey version = due.element().version();
        Optional<Form> form = form(version);
        List<UUID> sheets = new ArrayList<>();
        while (!due.isEmpty()
                && due.element().version().equals(version)
                && (form.isEmpty() || sheets.size() < SHEETS_TOGETHER)) {
            sheets.add(due.remove().sheetId());
        }
        // Sheets whose form is not here come up again when the tables have moved, as they do when it arrives.
        form.ifPresent(here -> check(version.teamId(), sheets, here));
        return true;
    }

    /** Whether the tables moved and there is something to do now. */
    private boolean lookAgain() {
        String now = database.read(SheetChecks::standing);
        if (now.equals(seen)) {
            return false;
        }
        due.addAll(database.read(connection -> Sql.of(connection, """
                        SELECT response.team_id, response.form_version_id, response.id FROM response
                        LEFT JOIN sheet_check ON sheet_check.team_id = response.team_id
                            AND sheet_check.record_type = 'response' AND sheet_check.record_id = response.id
                        WHERE sheet_check.record_id IS NULL AND response.form_version_id IS NOT NULL
                        ORDER BY response.team_id, response.form_version_id
                        """).list(SheetChecks::due)).stream()
                .flatMap(Optional::stream)
                .toList());
        seen = now;
        return !due.isEmpty();
    }

    /** How far the tables are, and how many sheets are noted: none after the tables were made anew. */
    private static String standing(Connection connection) throws SQLException {
        return Sql.of(connection, """
                        SELECT team_id, revision, (SELECT COUNT(*) FROM sheet_check) AS checked FROM plain_checkpoint
                        ORDER BY team_id
                        """)
                .list(row -> row.id("team_id") + "@" + row.number("revision") + " " + row.number("checked"))
                .toString();
    }

    private static Optional<Due> due(Row row) throws SQLException {
        UUID sheetId = UUID.fromString(row.text("id"));
        return version(row.text("team_id"), row.text("form_version_id")).map(version -> new Due(version, sheetId));
    }

    /** Empty when what the sheet names is no id at all. */
    private static Optional<RecordKey> version(String teamId, String versionId) {
        try {
            return Optional.of(new RecordKey(UUID.fromString(teamId), PublishedForms.TYPE, UUID.fromString(versionId)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Form> form(RecordKey version) {
        Optional<Form> form = Optional.ofNullable(read.get(version));
        if (form.isEmpty()) {
            form = forms.form(version);
            form.ifPresent(fresh -> read.put(version, fresh));
        }
        return form;
    }

    private void check(UUID teamId, List<UUID> sheetIds, Form form) {
        List<RecordKey> keys =
                sheetIds.stream().map(id -> new RecordKey(teamId, SHEET, id)).toList();
        List<StoredRecord> sheets = database.read(connection -> records.find(connection, teamId, keys));
        List<Checked> checked = new ArrayList<>();
        for (StoredRecord sheet : sheets) {
            checked.add(new Checked(sheet.key(), sheet.revision(), found(sheet, form)));
        }
        database.write(connection -> {
            FollowerLease.awaitTurn(connection);
            for (Checked one : checked) {
                note(connection, one);
            }
            return null;
        });
    }

    /** A sheet with which JavaRosa cannot cope must not hold up the others. */
    private static List<Found> found(StoredRecord sheet, Form form) {
        try {
            Response response = Response.parseFrom(sheet.toState().body());
            return form.resume(response.getAnswersMap(), new SheetSetting(() -> "none", Map.of())).findings().stream()
                    .map(Found::of)
                    .toList();
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            LOG.warn("{} could not be held against its form", sheet.key(), e);
            return List.of(new Found(
                    "form_check_failed",
                    "",
                    false,
                    new Wording("調査票の版と照らし合わせられませんでした。", "It could not be held against its form version.")));
        }
    }

    private static void note(Connection connection, Checked checked) throws SQLException {
        String teamId = checked.sheet().teamId().toString();
        String sheetId = checked.sheet().id().toString();
        boolean isAsChecked = Sql.of(
                        connection,
                        "SELECT 1 FROM response WHERE team_id = ? AND id = ? AND revision = ?",
                        teamId,
                        sheetId,
                        checked.revision())
                .first(row -> true)
                .isPresent();
        if (!isAsChecked) {
            // It moved meanwhile, or the tables have not come so far; it is still due.
            return;
        }
        long errors = checked.found().stream().filter(Found::isError).count();
        int noted = Sql.of(
                        connection,
                        "INSERT INTO sheet_check (team_id, record_type, record_id, error_count) VALUES (?, 'response', ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        teamId,
                        sheetId,
                        errors)
                .update();
        for (Found found : noted == 1 ? checked.found() : List.<Found>of()) {
            Sql.of(
                            connection,
                            """
                            INSERT INTO record_problem (team_id, record_type, record_id, rule, field, severity, text_ja,
                                text_en) VALUES (?, 'response', ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                            """,
                            teamId,
                            sheetId,
                            found.rule(),
                            found.path(),
                            found.isError() ? "error" : "warning",
                            found.wording().ja(),
                            found.wording().en())
                    .update();
        }
    }
}
