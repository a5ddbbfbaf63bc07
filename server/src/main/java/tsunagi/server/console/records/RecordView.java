package tsunagi.server.console.records;

import java.util.List;
import java.util.Optional;

/**
 * One record with all that is known about it.
 *
 * @param state alive, deleted, absorbed or erased
 * @param successor the record that speaks for it, when it was absorbed
 * @param isLeftOut whether it is left out of totals
 * @param conflicts the fields that wait for a choice
 * @param history newest first
 * @param isCut whether older changes are left out
 */
public record RecordView(
        String type,
        String typeName,
        String address,
        String title,
        String detail,
        String state,
        Optional<RecordListView.Link> successor,
        boolean isLeftOut,
        List<Section> sections,
        List<Problem> problems,
        List<String> conflicts,
        List<Group> related,
        List<Photo> photos,
        List<Step> history,
        boolean isCut,
        List<RecordListView.Link> actions) {

    /** As the pages of reviews name it. */
    public String named() {
        return type + "~" + address.substring(address.lastIndexOf('/') + 1);
    }

    public boolean isAlive() {
        return state.equals("alive");
    }

    /** Some fields that belong together. */
    public record Section(String title, List<Fact> facts) {}

    /** A field and what it says. */
    public record Fact(String label, String value) {}

    /** What the rules say. */
    public record Problem(boolean isError, String field, String text) {}

    /** Records that have to do with it in one way. */
    public record Group(String title, List<Other> records, Optional<String> all) {}

    /** Another record. */
    public record Other(String title, String detail, String address) {}

    /** A file that it shows; it has no address while it is on its way. */
    public record Photo(String caption, Optional<String> address, boolean isPicture) {}

    /** A change. */
    public record Step(
            long revision,
            String what,
            String who,
            String where,
            String when,
            boolean clockWasWrong,
            List<Moved> moved,
            boolean isFirst,
            boolean isLast) {}

    /** What a change did to a field; its number and key name it when an earlier value is fetched back. */
    public record Moved(String label, String before, String after, int number, String key, boolean mayGoBack) {}
}
