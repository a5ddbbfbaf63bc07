package tsunagi.server.console.duplicate;

import java.util.List;
import java.util.Optional;

/**
 * Two records side by side, and what a merge would make of them.
 *
 * @param address of this page; forms go below it
 * @param value by which a form names the pair
 * @param likeness why they were proposed; empty when they were not
 * @param trouble what went wrong with what was asked for
 */
public record PairView(
        String address,
        String value,
        String type,
        Side first,
        Side second,
        boolean staysFirst,
        List<Field> differing,
        List<Field> same,
        Optional<Why> likeness,
        Optional<String> trouble) {

    /** Why two records are believed to be one. */
    public record Why(int score, List<DuplicateList.ReasonTag> reasons) {}

    /**
     * One of the two.
     *
     * @param written who wrote it first, and when
     * @param naming what names it, such as 訪問 3件
     */
    public record Side(RecordShown record, long revision, String written, List<String> naming) {}

    /**
     * A field of both.
     *
     * @param name under which a form says which value stays; empty where there is nothing to choose
     * @param outcome what becomes of it
     */
    public record Field(String label, String first, String second, String name, boolean isFirstChosen, String outcome) {
        public boolean isChoice() {
            return !name.isEmpty();
        }
    }
}
