package tsunagi.server.intake;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.OrdinalRange;

/** Something a caller asked for, and the place where the caller hears of it. */
sealed interface Job {
    UUID teamId();

    UUID deviceId();

    int changes();

    long sizeBytes();

    void fail(Throwable cause);

    /** Changes to take in. */
    record Take(Submission submission, long sizeBytes, CompletableFuture<IntakeResult> result) implements Job {
        static Take of(Submission submission) {
            long sizeBytes = submission.changes().stream()
                    .mapToLong(Change::getSerializedSize)
                    .sum();
            return new Take(submission, sizeBytes, new CompletableFuture<>());
        }

        @Override
        public UUID teamId() {
            return submission.teamId();
        }

        @Override
        public UUID deviceId() {
            return submission.carrierDeviceId();
        }

        @Override
        public int changes() {
            return submission.changes().size();
        }

        @Override
        public void fail(Throwable cause) {
            result.completeExceptionally(cause);
        }
    }

    /** Ordinals that are gone. */
    record DeclareGone(UUID teamId, UUID deviceId, List<OrdinalRange> gone, CompletableFuture<Void> result)
            implements Job {
        @Override
        public int changes() {
            return 0;
        }

        @Override
        public long sizeBytes() {
            return gone.stream().mapToLong(OrdinalRange::getSerializedSize).sum();
        }

        @Override
        public void fail(Throwable cause) {
            result.completeExceptionally(cause);
        }
    }
}
