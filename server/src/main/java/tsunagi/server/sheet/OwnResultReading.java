package tsunagi.server.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.server.sheet.OwnResult.OwnScore;
import tsunagi.server.sheet.OwnResult.Reason;
import tsunagi.server.sheet.OwnResult.Refused;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Finds one person's sheet by round and match code, and by nothing else. */
public final class OwnResultReading {
    private static final String SCOPE = "own_sheet";

    private final Connection connection;
    private final String teamId;

    public OwnResultReading(Connection connection, String teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /** A coded round that asks for consent to own result sheets. */
    public record CodedRound(String id, String name, Optional<String> workplace) {}

    /** A sheet that bears the code. */
    private record Found(String responseId, String status, String consent) {}

    /** The rounds of which results can be handed out, the newest first, at most so many. */
    public List<CodedRound> rounds(int roundsMax) throws SQLException {
        return Sql.of(connection, """
                        SELECT round.id, round.name, workplace.name AS place FROM round
                        LEFT JOIN workplace ON workplace.team_id = round.team_id AND workplace.id = round.workplace_id
                        WHERE round.team_id = ? AND round.identity = 'coded' AND EXISTS (
                            SELECT 1 FROM round_consent_scope AS scope
                            WHERE scope.team_id = round.team_id AND scope.round_id = round.id AND scope.consent_scope = ?)
                        ORDER BY round.opens_on DESC, round.id LIMIT ?
                        """, teamId, SCOPE, roundsMax)
                .list(row -> new CodedRound(
                        row.text("id"), row.optionalText("name").orElse("調査"), row.optionalText("place")));
    }

    public OwnResult of(String roundId, String typedCode) throws SQLException {
        if (!(MatchCode.read(typedCode) instanceof CodeReading.Fits fits)) {
            return new Refused(Reason.UNFIT_CODE);
        }
        boolean isCoded = Sql.of(
                        connection,
                        "SELECT 1 AS found FROM round WHERE team_id = ? AND id = ? AND identity = 'coded'",
                        teamId,
                        roundId)
                .first(row -> row.truth("found"))
                .orElse(false);
        if (!isCoded) {
            return new Refused(Reason.NO_CODED_ROUND);
        }
        List<Found> sheets = sheets(roundId, fits.code());
        Optional<Reason> reason = sheets.size() == 1
                ? reasonAgainst(sheets.get(0))
                : Optional.of(sheets.isEmpty() ? Reason.NOT_FOUND : Reason.SEVERAL);
        return reason.isPresent()
                ? new Refused(reason.get())
                : show(sheets.get(0).responseId(), fits.code());
    }

    private List<Found> sheets(String roundId, MatchCode code) throws SQLException {
        return Sql.of(connection, """
                        SELECT sheet.response_id, sheet.status, consent.state FROM sheet
                        LEFT JOIN response_consent AS consent ON consent.team_id = sheet.team_id
                            AND consent.response_id = sheet.response_id AND consent.entry_key = ?
                        WHERE sheet.team_id = ? AND sheet.round_id = ? AND sheet.match_code = ?
                        """, SCOPE, teamId, roundId, code.digits())
                .list(row -> new Found(
                        row.text("response_id"),
                        row.text("status"),
                        row.optionalText("state").orElse("")));
    }

    private static Optional<Reason> reasonAgainst(Found sheet) {
        if (sheet.consent().equals("withdrawn")) {
            return Optional.of(Reason.WITHDRAWN);
        }
        if (!sheet.consent().equals("given")) {
            return Optional.of(Reason.NO_CONSENT);
        }
        boolean isIncomplete =
                sheet.status().equals("broken_off") || sheet.status().equals("invalid");
        return isIncomplete ? Optional.of(Reason.NOT_COMPLETE) : Optional.empty();
    }

    private OwnResult show(String responseId, MatchCode code) throws SQLException {
        List<OwnScore> scores = scores(responseId);
        if (scores.isEmpty()) {
            return new Refused(Reason.NOT_COMPLETE);
        }
        return Sql.of(connection, """
                        SELECT round.name, version.title, workplace.name AS place, response.written_on,
                            round.consultation_phone, round.consultation_hours
                        FROM response
                        JOIN round ON round.team_id = response.team_id AND round.id = response.round_id
                        LEFT JOIN form_version AS version
                            ON version.team_id = response.team_id AND version.id = response.form_version_id
                        LEFT JOIN workplace ON workplace.team_id = round.team_id AND workplace.id = round.workplace_id
                        WHERE response.team_id = ? AND response.id = ?
                        """, teamId, responseId)
                .<OwnResult>first(row -> new OwnResult.Shown(
                        row.optionalText("name").orElse("調査"),
                        row.optionalText("title").orElse("質問票"),
                        row.optionalText("place"),
                        code.printed(),
                        row.optionalText("written_on"),
                        scores,
                        WallFigureReading.consultation(
                                row.optionalText("consultation_phone"), row.optionalText("consultation_hours"))))
                .orElseGet(() -> new Refused(Reason.NOT_FOUND));
    }

    private List<OwnScore> scores(String responseId) throws SQLException {
        return Sql.of(connection, """
                        SELECT scale.name, score.value, scale.least, scale.most, scale.unit, scale.better
                        FROM response_score AS score
                        JOIN response ON response.team_id = score.team_id AND response.id = score.response_id
                        JOIN form_version_scale AS scale ON scale.team_id = response.team_id
                            AND scale.form_version_id = response.form_version_id AND scale.entry_key = score.scale_key
                        WHERE score.team_id = ? AND score.response_id = ? AND score.value IS NOT NULL
                            AND scale.least IS NOT NULL AND scale.most > scale.least
                        ORDER BY COALESCE(scale.is_needed, 0) DESC, scale.entry_key
                        """, teamId, responseId).list(OwnResultReading::score);
    }

    private static OwnScore score(Row row) throws SQLException {
        return new OwnScore(
                row.optionalText("name").orElse("得点"),
                row.decimal("value"),
                row.decimal("least"),
                row.decimal("most"),
                row.optionalText("unit").orElse(""),
                ScaleReading.better(row.optionalText("better")));
    }
}
