package tsunagi.trials.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.RecordState;

/** Sets what tablets were told against what the server's database holds, each from its files. */
final class Verification {
    private final List<BusyTablet> tablets;
    private final List<String> findings = new ArrayList<>();
    private final Set<UUID> lost = new HashSet<>();
    private final Set<UUID> acknowledged = new HashSet<>();
    private int doubled;

    Verification(List<BusyTablet> tablets) {
        this.tablets = tablets;
    }

    List<String> findings() {
        return findings;
    }

    int lost() {
        return lost.size();
    }

    int doubled() {
        return doubled;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** While no server runs: all that it gave its word on must be there. */
    void lookAtRuins(Store store, String when) throws IOException, SQLException {
        // In this order: what a tablet still hears meanwhile was committed before it was said.
        Set<UUID> told = new HashSet<>();
        Set<UUID> saved = new HashSet<>();
        for (BusyTablet tablet : tablets) {
            told.addAll(tablet.acknowledged());
        }
        try (Database database = store.look()) {
            for (BusyTablet tablet : tablets) {
                saved.addAll(tablet.saved());
            }
            compare(Books.read(database), told, saved, when);
        }
    }

    /** When all tablets have synced to the end: everything is everywhere, once. */
    void lookAtTheEnd(Store store) throws SQLException {
        Set<UUID> saved = new HashSet<>();
        for (BusyTablet tablet : tablets) {
            saved.addAll(tablet.saved());
        }
        try (Database database = Database.connect(store.url(), null, null)) {
            Books books = Books.read(database);
            compare(books, saved, saved, "at the end");
            Map<RecordKey, RecordState> records = books.records();
            tablets.forEach(tablet -> compare(tablet, records));
            if (!books.arePlainTablesWhatARebuildMakes()) {
                findings.add("the plain tables are not what a rebuild makes of the log");
            }
        }
    }

    private void compare(Books books, Set<UUID> told, Set<UUID> saved, String when) {
        acknowledged.addAll(told);
        Set<UUID> missing = books.missing(told);
        lost.addAll(missing);
        if (!missing.isEmpty()) {
            findings.add(when + " " + missing.size() + " changes are missing that were acknowledged, such as "
                    + missing.iterator().next());
        }
        int more = books.doubled(saved);
        doubled = Math.max(doubled, more);
        if (more > 0) {
            findings.add(when + " " + more + " changes are there more than once, or were never saved");
        }
        books.findings().forEach(finding -> findings.add(when + " " + finding));
    }

    private void compare(BusyTablet tablet, Map<RecordKey, RecordState> records) {
        Map<RecordKey, RecordState> held = new HashMap<>();
        Office.TEAMS.forEach(
                team -> tablet.tablet().replica().all(team).forEach(state -> held.put(state.key(), state.toProto())));
        if (!held.equals(records)) {
            findings.add("a tablet holds other records than the server");
        }
        boolean waits = tablet.tablet().saved().stream().anyMatch(change -> change.standing() == Standing.WAITING);
        if (waits) {
            findings.add("a tablet still waits for a word on something");
        }
        tablet.lastAdvice().forEach((key, advice) -> {
            RecordView shown = tablet.tablet().show(key);
            if (!shown.as(Visit.getDefaultInstance()).getAdvice().equals(advice)) {
                findings.add("what was last written into " + key + " is not what stands there");
            }
        });
    }
}
