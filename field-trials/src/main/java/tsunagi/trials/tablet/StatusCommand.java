package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import tsunagi.engine.tablet.SyncStatus;
import tsunagi.engine.tablet.Tablet;

/** Tells how this tablet stands. */
@Command(
        name = "status",
        description = "Tells what is recorded, what is safe on the server and what waits; counted on disk.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends Task {
    @Override
    Done run(TabletDirectory directory) {
        Tablet tablet = directory.tablet();
        SyncStatus status = tablet.status();
        JsonObject document = new JsonObject();
        document.addProperty(
                "line",
                SyncLine.of(status, ZoneId.systemDefault(), Clock.systemUTC().instant()));
        document.addProperty("recorded", status.tally().recorded());
        document.addProperty("safe", status.tally().safe());
        document.addProperty("waiting", status.tally().waiting());
        document.addProperty("parked", status.tally().parked());
        document.addProperty("unseen", status.tally().unseen());
        document.addProperty("files_waiting", status.filesWaiting());
        document.addProperty("files_refused", status.filesRefused());
        document.addProperty("drafts", status.drafts());
        status.lastSync().ifPresent(last -> {
            document.addProperty(
                    "tried_at", Instant.ofEpochMilli(last.triedAtMs()).toString());
            last.upToDateAtMs()
                    .ifPresent(at -> document.addProperty(
                            "up_to_date_at", Instant.ofEpochMilli(at).toString()));
        });
        document.addProperty("device", tablet.device().id().toString());
        tablet.device().server().ifPresent(server -> {
            document.addProperty("server", server.name());
            document.addProperty("server_address", server.address());
        });
        document.add("teams", TeamDocuments.all(tablet));
        return Done.ok(document);
    }
}
