package tsunagi.app.workshop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Workshop;

/**
 * 人数のみ: the head-counts of a workshop, one sheet for each tablet that counts.
 *
 * @param others the sheets of other tablets, by their keys
 * @param repeated the keys of sheets that counted the same people as another
 */
record Tally(String ownKey, TallySheet own, Map<String, TallySheet> others, List<String> repeated) {
    static Tally of(Workshop workshop, String ownKey) {
        Map<String, TallySheet> others = new TreeMap<>(workshop.getTallySheetsMap());
        TallySheet own = others.remove(ownKey);
        return new Tally(
                ownKey,
                own == null ? TallySheet.getDefaultInstance() : own,
                others,
                new ArrayList<>(workshop.getRepeatedTallyKeysList()));
    }

    /** The key under which a tablet counts at a workshop; the same each time, also after the process was killed. */
    static String key(UUID deviceId, RecordKey workshop) {
        String both = deviceId + "/" + workshop.id();
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** People counted by all tablets, nobody twice. */
    int people() {
        int people = repeated.contains(ownKey) ? 0 : people(own);
        for (Map.Entry<String, TallySheet> other : others.entrySet()) {
            people += repeated.contains(other.getKey()) ? 0 : people(other.getValue());
        }
        return people;
    }

    static int people(TallySheet sheet) {
        return sheet.getRowsList().stream().mapToInt(TallyRow::getPeople).sum();
    }

    boolean isEmpty() {
        return people(own) == 0 && others.isEmpty();
    }
}
