package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.tablet.Tablet;

/** Notes that a person has seen what the server said. */
@Command(
        name = "seen",
        description = "Notes that a person has seen what the server said of these changes; of all when none is named.",
        mixinStandardHelpOptions = true)
final class SeenCommand extends Task {
    @Parameters(paramLabel = "CHANGE", description = "Ids of changes, as `outbox` shows them.")
    private List<UUID> changes = List.of();

    @Override
    Done run(TabletDirectory directory) {
        Tablet tablet = directory.tablet();
        List<UUID> seen = tablet.saved().stream()
                .filter(change -> change.verdict().isPresent() && !change.isSeenByPerson())
                .map(SavedChange::changeId)
                .filter(id -> changes.isEmpty() || changes.contains(id))
                .collect(Collectors.toList());
        tablet.markSeen(seen);
        JsonObject document = new JsonObject();
        document.addProperty("seen", seen.size());
        document.addProperty("unseen", tablet.status().tally().unseen());
        return Done.ok(document);
    }
}
