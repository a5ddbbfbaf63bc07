package tsunagi.server.imports;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagi.record.RecordKey;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.imports.Planned.Fate;

/**
 * What an import is going to do, before anything is written.
 *
 * @param remarks about the file as a whole
 */
record ImportPlan(List<Planned> rows, List<Remark> remarks) {
    /** Whether the file can be read at all. */
    boolean isReadable() {
        return remarks.stream().noneMatch(Remark::isRefusal);
    }

    long count(Fate fate) {
        return rows.stream().filter(row -> row.fate() == fate).count();
    }

    List<DeskEdit> edits() {
        // Several rows may make the same person along.
        Map<RecordKey, DeskEdit> edits = new LinkedHashMap<>();
        rows.forEach(row -> row.edits().forEach(edit -> edits.putIfAbsent(edit.key(), edit)));
        return List.copyOf(edits.values());
    }

    void print(PrintWriter out) {
        remarks.forEach(out::println);
        for (Planned row : rows) {
            if (row.fate() != Fate.UNCHANGED || !row.remarks().isEmpty()) {
                out.println(row.row() + " 行目  " + row.fate().japanese() + " / " + row.fate() + "  " + row.name());
            }
            row.remarks().forEach(remark -> out.println("    " + remark));
        }
        out.printf(
                "新規 %d・変更 %d・変更なし %d・取り込まない %d / %d made, %d changed, %d unchanged, %d refused%n",
                count(Fate.MADE),
                count(Fate.CHANGED),
                count(Fate.UNCHANGED),
                count(Fate.REFUSED),
                count(Fate.MADE),
                count(Fate.CHANGED),
                count(Fate.UNCHANGED),
                count(Fate.REFUSED));
        out.flush();
    }
}
