package tsunagi.trials.tablet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.record.RecordSchemas;

/** Lists what was saved here and is not yet over and done with. */
@Command(
        name = "outbox",
        description = "Lists every change that is not sent, that waits on the server for a person, or about which the"
                + " server said something nobody has seen; with what to do about it.",
        mixinStandardHelpOptions = true)
final class OutboxCommand extends Task {
    @Override
    Done run(TabletDirectory directory) {
        OutboxItems items = new OutboxItems(RecordSchemas.standard());
        List<SavedChange> open = directory.tablet().saved().stream()
                .filter(OutboxCommand::isOpen)
                .collect(Collectors.toList());
        JsonArray changes = new JsonArray();
        open.stream().map(items::document).forEach(changes::add);
        JsonObject document = new JsonObject();
        document.addProperty("count", changes.size());
        document.add("changes", changes);
        return Done.ok(document);
    }

    private static boolean isOpen(SavedChange change) {
        boolean isUnseen = change.verdict().isPresent() && !change.isSeenByPerson();
        return isUnseen || change.standing() == Standing.WAITING || change.standing() == Standing.PARKED;
    }
}
