package tsunagi.trials.tablet;

import java.util.function.Consumer;
import picocli.CommandLine.Command;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.outbox.ServerRecord;

/** Brings this tablet and its server to the same state. */
@Command(
        name = "sync",
        description = "Brings this tablet and its server to the same state. Progress goes to stderr; the document tells"
                + " what became of what was sent, and what came down. The exit code is 0 only when both agree.",
        mixinStandardHelpOptions = true)
final class SyncCommand extends Task {
    @Override
    Done run(TabletDirectory directory) throws CommandFailedException {
        SyncRun run = sync(directory, this::sayProgress);
        return new Done(run.document(), run.exitCode());
    }

    static SyncRun sync(TabletDirectory directory, Consumer<String> progressListener) throws CommandFailedException {
        ServerRecord server = Enrolled.require(directory.tablet());
        ServerAddress address = ServerAddress.parse(server.address());
        try (ServerConnection connection = directory.connect(address);
                SyncProgress progress = new SyncProgress(directory.tablet(), progressListener)) {
            progress.begin(server.name() + " at " + address.host() + ":" + address.port());
            return SyncRun.over(connection, directory);
        }
    }
}
