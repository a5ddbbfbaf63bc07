package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.outbox.ServerRecord;
import tsunagi.sync.v1.EnrolRefusal;
import tsunagi.trials.tablet.json.BadInputException;

/** Makes this tablet known to a server, and fetches what it may hold. */
@Command(
        name = "enrol",
        description = "Makes this tablet known to a server with a one-time code, then syncs once. What was saved here"
                + " before goes to that server too.",
        mixinStandardHelpOptions = true)
final class EnrolCommand extends Task {
    @Option(names = "--server", required = true, paramLabel = "HOST:PORT", description = "Where the server is.")
    private String server;

    @Option(names = "--code", required = true, paramLabel = "XXXX-XXXX", description = "The one-time code.")
    private String code;

    @Option(
            names = "--fingerprint",
            paramLabel = "SHA256",
            description = "The fingerprint of the server's certificate, handed over with the code. Without it only a"
                    + " server on this machine is spoken to, in plaintext.")
    private String fingerprint;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "A name by which people know this tablet (default: headless).",
            defaultValue = "headless")
    private String name;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, BadInputException {
        try (ServerConnection connection = directory.connect(address())) {
            EnrolResult result = connection.enrolment().enrol(code, name);
            if (result instanceof EnrolResult.Refused refused) {
                throw new CommandFailedException(
                        ExitCode.NOT_ENROLLED,
                        Words.plain(refused.why(), "ENROL_REFUSAL_"),
                        "The server does not take this tablet: " + reason(refused.why()));
            }
            if (result instanceof EnrolResult.Unreachable unreachable) {
                throw new CommandFailedException(
                        ExitCode.NOT_UP_TO_DATE,
                        "unreachable",
                        "No conversation with " + server + " came about (" + unreachable.why()
                                + "). Is the server running, and is the fingerprint its own? The code is still good.");
            }
            SyncRun run = SyncRun.over(connection, directory);
            return new Done(document(directory, ((EnrolResult.Enrolled) result).server(), run), run.exitCode());
        }
    }

    private ServerAddress address() throws BadInputException {
        try {
            return ServerAddress.parse(fingerprint == null ? server : server + "#" + fingerprint);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "bad_server", e.getMessage() + ". Try --server HOST:PORT --fingerprint SHA256.");
        }
    }

    private static JsonObject document(TabletDirectory directory, ServerRecord server, SyncRun run) {
        JsonObject document = new JsonObject();
        document.addProperty("device", directory.tablet().device().id().toString());
        document.addProperty("server", server.name());
        server.personId().ifPresent(person -> document.addProperty("person", person));
        document.add("teams", TeamDocuments.all(directory.tablet()));
        document.add("sync", run.document());
        return document;
    }

    private static String reason(EnrolRefusal refusal) {
        return switch (refusal) {
            case ENROL_REFUSAL_CODE_UNKNOWN -> "it knows no such code. Type it again, or ask for a new one.";
            case ENROL_REFUSAL_CODE_EXPIRED -> "the code's time is over. Ask for a new one.";
            case ENROL_REFUSAL_CODE_USED -> "the code was used by another tablet. Ask for a new one.";
            case ENROL_REFUSAL_TOO_MANY_TRIES -> "there were too many wrong codes. Wait some minutes.";
            case ENROL_REFUSAL_KEY_UNSUITABLE, ENROL_REFUSAL_DEVICE_ID_UNSUITABLE ->
                "its key or id does not suit. Take a new --data directory.";
            case ENROL_REFUSAL_UNSPECIFIED, UNRECOGNIZED -> "it does not say why. Is this program too old?";
        };
    }
}
