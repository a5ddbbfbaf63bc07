package tsunagi.server.console.records;

import java.util.List;
import java.util.Map;
import tsunagi.server.console.field.FieldInput;

/**
 * A form in which a record is written.
 *
 * @param action where it is sent
 * @param back where one gets who writes nothing
 * @param hidden what goes along unseen
 * @param trouble what kept it from being saved; empty when nothing did
 */
public record RecordFormView(
        String title, String action, String back, Map<String, String> hidden, List<Section> sections, String trouble) {

    /** Fields under a heading. */
    public record Section(String title, List<FieldInput> inputs) {}
}
