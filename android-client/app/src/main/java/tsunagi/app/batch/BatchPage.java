package tsunagi.app.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tsunagi.app.Parts;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Round;

/**
 * What the desk for sheets of paper shows.
 *
 * @param entered those typed from paper to their end, the last one first
 * @param codes how many sheets of the round bear a code, however they were entered
 */
record BatchPage(Round round, List<EnteredSheet> entered, Map<String, Integer> codes) {
    private static final int RESPONSE = RecordType.RECORD_TYPE_RESPONSE_VALUE;

    static BatchPage of(Parts parts, RecordKey key) {
        Tablet tablet = parts.tablet();
        Round round = tablet.show(key).as(Round.getDefaultInstance());
        Map<String, Integer> codes = new HashMap<>();
        List<RecordView> paper = new ArrayList<>();
        for (RecordView view : tablet.lookup().referring(key, RESPONSE)) {
            Response response = response(view);
            if (!response.getMatchCode().isEmpty()) {
                codes.merge(response.getMatchCode(), 1, Integer::sum);
            }
            if (response.getEntryMethod() == EntryMethod.ENTRY_METHOD_PAPER
                    && response.getProgress().getState() == ResponseState.RESPONSE_STATE_COMPLETE) {
                paper.add(view);
            }
        }
        Map<RecordKey, Long> firstSaved = firstSaved(tablet);
        paper.sort(Comparator.comparingLong((RecordView view) -> firstSaved.getOrDefault(view.key(), 0L))
                .thenComparingLong(view -> response(view).getProgress().getReachedAtMs())
                .thenComparing(view -> view.key().id()));
        List<EnteredSheet> entered = new ArrayList<>();
        for (RecordView view : paper) {
            String code = response(view).getMatchCode();
            boolean isTwice = codes.getOrDefault(code, 0) > 1;
            entered.add(new EnteredSheet(view.key(), entered.size() + 1, printed(code), isTwice));
        }
        Collections.reverse(entered);
        return new BatchPage(round, entered, codes);
    }

    /** A sheet keeps its place when it is corrected. */
    private static Map<RecordKey, Long> firstSaved(Tablet tablet) {
        Map<RecordKey, Long> first = new HashMap<>();
        tablet.saved().forEach(change -> first.putIfAbsent(change.key(), change.sequence()));
        return first;
    }

    private static Response response(RecordView view) {
        return view.as(Response.getDefaultInstance());
    }

    private static String printed(String code) {
        return MatchCode.read(code) instanceof CodeReading.Fits fits
                ? fits.code().printed()
                : code;
    }

    Set<String> usedCodes() {
        return new TreeMap<>(codes).keySet();
    }
}
