package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.engine.attachment.Whereabouts;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.piece.Sha256;

/** Tells where a photo or another file is, and fetches it. */
@Command(
        name = "file",
        description = "Tells where a photo, a signature or another file is; one that is not here comes with this"
                + " command when there is a signal.",
        mixinStandardHelpOptions = true)
final class FileCommand extends Task {
    @Parameters(paramLabel = "SHA256", description = "Its hash in hexadecimal, as plain tables have it.")
    private String hash;

    @Option(names = "--to", paramLabel = "FILE", description = "Write it to this file.")
    private Path to;

    @Mixin
    private Writer writer;

    @Override
    Done run(TabletDirectory directory) throws CommandFailedException, IOException {
        Tablet tablet = directory.tablet();
        Team team = writer.team(tablet);
        ByteString sha256 = parsed();
        Optional<ByteString> content = tablet.files().read(team.teamId(), sha256);
        if (content.isEmpty()) {
            tablet.files().want(team.teamId(), sha256);
            SyncCommand.sync(directory, this::sayProgress);
            content = tablet.files().read(team.teamId(), sha256);
        }
        if (content.isPresent() && to != null) {
            Files.write(to, content.get().toByteArray());
        }
        Whereabouts whereabouts = tablet.files().whereabouts(team.teamId(), sha256);
        JsonObject document = new JsonObject();
        document.addProperty("sha256", hash);
        document.addProperty("whereabouts", Words.plain(whereabouts));
        content.ifPresent(here -> document.addProperty("size_bytes", here.size()));
        return new Done(document, content.isPresent() ? ExitCode.OK : ExitCode.NOT_UP_TO_DATE);
    }

    private ByteString parsed() throws CommandFailedException {
        try {
            ByteString sha256 = ByteString.copyFrom(HexFormat.of().parseHex(hash));
            if (sha256.size() == Sha256.BYTES) {
                return sha256;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for what is too short.
        }
        throw new CommandFailedException(
                ExitCode.USAGE, "bad_hash", "\"" + hash + "\" is no SHA-256; it has 64 hexadecimal digits.");
    }
}
