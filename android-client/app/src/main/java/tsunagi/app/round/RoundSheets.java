package tsunagi.app.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Round;
import tsunagi.score.Scoring;
import tsunagi.score.SheetStanding;

/**
 * The sheets of a round that this tablet knows of.
 *
 * @param complete how many are filled in to the end
 * @param valid how many of all are valid
 * @param codesTwice codes that more than one sheet bears; all of these sheets are kept
 */
public record RoundSheets(int complete, int valid, List<BrokenOffSheet> brokenOff, List<String> codesTwice) {
    private static final int RESPONSE = RecordType.RECORD_TYPE_RESPONSE_VALUE;
    private static final int FORM = RecordType.RECORD_TYPE_FORM_VERSION_VALUE;

    static RoundSheets of(Tablet tablet, RecordKey key, Round round) {
        int complete = 0;
        int valid = 0;
        List<BrokenOffSheet> brokenOff = new ArrayList<>();
        Map<String, Integer> codes = new HashMap<>();
        Map<String, Optional<FormVersion>> forms = new HashMap<>();
        for (RecordView view : tablet.lookup().referring(key, RESPONSE)) {
            Response response = view.as(Response.getDefaultInstance());
            Optional<FormVersion> form =
                    forms.computeIfAbsent(response.getFormVersionId(), id -> form(tablet, key, id));
            if (response.getProgress().getState() == ResponseState.RESPONSE_STATE_COMPLETE) {
                complete++;
            } else {
                brokenOff.add(BrokenOffSheet.of(view.key(), response));
            }
            valid += isValid(response, form, round) ? 1 : 0;
            if (!response.getMatchCode().isEmpty()) {
                codes.merge(response.getMatchCode(), 1, Integer::sum);
            }
        }
        brokenOff.sort(Comparator.comparingLong(BrokenOffSheet::brokenOffAtMs).reversed());
        List<String> twice = new ArrayList<>();
        codes.forEach((code, sheets) -> {
            if (sheets > 1) {
                twice.add(code);
            }
        });
        twice.sort(Comparator.naturalOrder());
        return new RoundSheets(complete, valid, brokenOff, twice);
    }

    private static boolean isValid(Response response, Optional<FormVersion> form, Round round) {
        return SheetStanding.of(
                        response,
                        form,
                        form.map(version -> Scoring.scores(version, response)).orElseGet(HashMap::new),
                        round.getConsentScopesList())
                .isValid();
    }

    private static Optional<FormVersion> form(Tablet tablet, RecordKey round, String id) {
        RecordView view = tablet.show(new RecordKey(round.teamId(), FORM, UUID.fromString(id)));
        return view.isAlive() ? Optional.of(view.as(FormVersion.getDefaultInstance())) : Optional.empty();
    }
}
