package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.sync.SyncResult;
import tsunagi.engine.tablet.Tablet;
import tsunagi.sync.v1.Verdict;

/** One synchronization, and what it changed on this tablet. */
final class SyncRun {
    private final SyncResult result;
    private final List<Verdict> verdicts;
    private final long pulled;
    private final double seconds;

    SyncRun(SyncResult result, List<Verdict> verdicts, long pulled, double seconds) {
        this.result = result;
        this.verdicts = verdicts;
        this.pulled = pulled;
        this.seconds = seconds;
    }

    static SyncRun over(ServerConnection connection, TabletDirectory directory) {
        Tablet tablet = directory.tablet();
        Map<UUID, Optional<Verdict>> before = verdicts(tablet);
        HeldRevisions held = HeldRevisions.by(tablet);
        long startedNanos = System.nanoTime();
        SyncResult result = connection.synchronizer(directory.syncLock()).synchronize();
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        List<SavedChange> judged = tablet.saved().stream()
                .filter(change ->
                        change.verdict().isPresent() && !change.verdict().equals(before.get(change.changeId())))
                .collect(Collectors.toList());
        List<Verdict> news =
                judged.stream().map(change -> change.verdict().orElseThrow()).collect(Collectors.toList());
        return new SyncRun(result, news, held.movedBesides(judged, tablet), seconds);
    }

    private static Map<UUID, Optional<Verdict>> verdicts(Tablet tablet) {
        Map<UUID, Optional<Verdict>> verdicts = new TreeMap<>();
        tablet.saved().forEach(change -> verdicts.put(change.changeId(), change.verdict()));
        return verdicts;
    }

    JsonObject document() {
        JsonObject document = new JsonObject();
        document.addProperty("up_to_date", result instanceof SyncResult.UpToDate);
        document.addProperty("result", word());
        document.addProperty("message", message());
        document.addProperty("pushed", verdicts.size());
        document.addProperty("accepted", count(Verdict.OutcomeCase.ACCEPTED));
        document.addProperty("merged", count(Verdict.OutcomeCase.MERGED));
        document.addProperty("conflicted", count(Verdict.OutcomeCase.CONFLICTED));
        document.addProperty("parked", count(Verdict.OutcomeCase.PARKED));
        document.addProperty("erased", count(Verdict.OutcomeCase.ERASED));
        document.addProperty("pulled", pulled);
        document.addProperty("seconds", Math.round(seconds * 100) / 100.0);
        return document;
    }

    ExitCode exitCode() {
        if (result instanceof SyncResult.UpToDate) {
            return ExitCode.OK;
        }
        if (result instanceof SyncResult.AlreadyRunning) {
            return ExitCode.IN_USE;
        }
        boolean isLetIn = !(result instanceof SyncResult.Revoked || result instanceof SyncResult.NotEnrolled);
        return isLetIn ? ExitCode.NOT_UP_TO_DATE : ExitCode.NOT_ENROLLED;
    }

    private long count(Verdict.OutcomeCase outcome) {
        return verdicts.stream()
                .filter(verdict -> verdict.getOutcomeCase() == outcome)
                .count();
    }

    private String word() {
        return result.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private String message() {
        if (result instanceof SyncResult.Unreachable unreachable) {
            return "The server could not be reached (" + unreachable.why()
                    + "). Nothing is lost; sync again when there is a signal.";
        }
        if (result instanceof SyncResult.Refused refused) {
            return "The server refuses this program (" + refused.why()
                    + "). Nothing is lost; a newer one may be needed.";
        }
        if (result instanceof SyncResult.Revoked revoked) {
            return "This tablet may no longer sync (" + revoked.why()
                    + "). Unsent work stays on it; ask the administrator for a new code.";
        }
        if (result instanceof SyncResult.NotEnrolled notEnrolled) {
            return "The server does not know this tablet (" + notEnrolled.why()
                    + "). Enrol it again with a new code; then everything is handed in.";
        }
        if (result instanceof SyncResult.OtherCertificate other) {
            return "Another server answered, or somebody in between (" + other.why()
                    + "). Nothing was sent; ask the administrator for the fingerprint and a new code.";
        }
        if (result instanceof SyncResult.AlreadyRunning) {
            return "Another program synchronizes this tablet just now.";
        }
        return result instanceof SyncResult.Interrupted
                ? "Stopped before the end; nothing is lost, sync again."
                : "Tablet and server agree.";
    }
}
