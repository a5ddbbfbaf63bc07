package tsunagi.server.console.records;

import java.util.List;
import java.util.Optional;
import tsunagi.server.console.field.FieldInput;
import tsunagi.server.console.field.Option;

/**
 * A list of records and what narrows it.
 *
 * @param address of the list as it is, to be shared
 * @param count how many there are, as far as they are counted
 * @param widenings addresses of the same list with one condition fewer, with what goes
 * @param makes forms for new records of the types that are looked at
 */
public record RecordListView(
        String address,
        String text,
        List<Option> types,
        List<Option> years,
        FieldInput.Pick workplace,
        List<Option> people,
        List<Option> bodies,
        String from,
        String until,
        List<Option> marks,
        boolean deleted,
        boolean isNarrowed,
        String count,
        List<Line> lines,
        Optional<String> next,
        Optional<String> previous,
        List<Link> widenings,
        List<Link> makes) {

    /** One record. */
    public record Line(
            String address, String type, String title, String detail, String day, String last, List<Tag> tags) {}

    /** A short word about a record. */
    public record Tag(String text, String kind) {}

    /** A way to go. */
    public record Link(String text, String address) {}
}
