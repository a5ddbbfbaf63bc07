package tsunagi.engine.sync;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.engine.attachment.FetchedFiles;
import tsunagi.engine.attachment.FetchedFiles.Wanted;
import tsunagi.engine.attachment.Files;
import tsunagi.engine.attachment.OwnFile;
import tsunagi.engine.attachment.OwnFiles;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;

/** What follows an exchange of records: their files go up, and those come down that this tablet needs or was asked for. */
final class FileExchange {
    private final Tablet tablet;
    private final Files files;
    private final OwnFiles own;
    private final FetchedFiles fetched;
    private final FileLink link;
    private final FileAllowance allowance;
    /** What the server was last heard to hold of files that are not there yet; answers get lost with their line. */
    private final Map<ByteString, Long> heldByServer = new HashMap<>();

    /**
     * How it ended.
     *
     * @param broke why the line broke; empty when everything went that can go now
     * @param hasGained whether anything got further, so that trying again at once will too
     */
    record End(Optional<String> broke, boolean hasGained) {}

    FileExchange(Tablet tablet, FileLink link, FileAllowance allowance) {
        this.allowance = allowance;
        this.tablet = tablet;
        this.files = tablet.files();
        this.own = tablet.ownFiles();
        this.fetched = tablet.fetchedFiles();
        this.link = link;
    }

    End run() throws InterruptedException {
        files.tidy();
        boolean hasGained = false;
        for (OwnFile file : files.toHandIn()) {
            if (!allowance.isGiven()) {
                break;
            }
            Up up = new Up(file);
            FileLink.End end = link.handIn(up);
            hasGained |= up.hasGained;
            if (end instanceof FileLink.End.Broken broken) {
                return new End(Optional.of(broken.why()), hasGained);
            }
            note(file, end);
        }
        Set<ByteString> needed = wantWhatIsNeeded();
        for (Wanted file : fetched.wanted()) {
            if (!needed.contains(file.sha256()) && !allowance.isGiven()) {
                continue;
            }
            Down down = new Down(file);
            FileLink.End end = link.fetch(down);
            hasGained |= down.hasGained;
            if (end instanceof FileLink.End.Broken broken) {
                return new End(Optional.of(broken.why()), hasGained);
            }
            note(file, end);
        }
        return new End(Optional.empty(), hasGained);
    }

    private void note(OwnFile file, FileLink.End end) {
        if (end instanceof FileLink.End.Done) {
            own.noteSent(file);
        } else if (end instanceof FileLink.End.Refused refused) {
            own.noteRefused(file, refused.why());
        }
    }

    private void note(Wanted file, FileLink.End end) {
        if (end instanceof FileLink.End.Done) {
            fetched.complete(file);
        } else {
            fetched.noteMissing(file);
        }
    }

    private Set<ByteString> wantWhatIsNeeded() {
        Set<ByteString> needed = new HashSet<>();
        for (Team team : tablet.teams().all()) {
            if (team.isGranted()) {
                needed.addAll(files.wantNeeded(team.teamId()));
            }
        }
        return needed;
    }

    private final class Up implements FileLink.Outgoing {
        private final OwnFile file;
        private boolean hasGained;

        Up(OwnFile file) {
            this.file = file;
        }

        @Override
        public UUID teamId() {
            return file.teamId();
        }

        @Override
        public ByteString sha256() {
            return file.sha256();
        }

        @Override
        public long sizeBytes() {
            return file.sizeBytes();
        }

        @Override
        public ByteString read(long offset, int bytes) {
            return own.read(file.teamId(), file.sha256(), offset, bytes);
        }

        @Override
        public void noteHeld(long bytes) {
            Long before = heldByServer.put(file.sha256(), bytes);
            hasGained |= bytes > (before == null ? 0 : before);
        }
    }

    private final class Down implements FileLink.Incoming {
        private final Wanted file;
        private boolean hasGained;

        Down(Wanted file) {
            this.file = file;
        }

        @Override
        public UUID teamId() {
            return file.teamId();
        }

        @Override
        public ByteString sha256() {
            return file.sha256();
        }

        @Override
        public long heldBytes() {
            return file.heldBytes();
        }

        @Override
        public boolean keep(long offset, ByteString content) {
            boolean fits = fetched.append(file, offset, content);
            hasGained |= fits;
            return fits;
        }
    }
}
