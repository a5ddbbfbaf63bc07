package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The nonces that devices signed lately, so that a request that was overheard cannot be played again. Thread-safe. */
final class UsedNonces {
    /** Only devices that proved who they are add to it, so this is far above what honest ones need. */
    static final int MAX_NONCES = 100_000;

    private record Used(ByteString nonce, long forgetAtMs) {}

    private final Clock clock;
    private final long keptMs;
    private final Set<ByteString> nonces = new HashSet<>();
    private final Deque<Used> oldestFirst = new ArrayDeque<>();

    /** Keeps each nonce for this long, which must exceed the time in which a signature is taken. */
    UsedNonces(Clock clock, Duration kept) {
        this.clock = clock;
        this.keptMs = kept.toMillis();
    }

    /** Notes a nonce; false when it was used before, or when so many are in use that nothing can be told. */
    synchronized boolean use(ByteString nonce) {
        long nowMs = clock.millis();
        while (!oldestFirst.isEmpty() && oldestFirst.peekFirst().forgetAtMs() <= nowMs) {
            nonces.remove(oldestFirst.removeFirst().nonce());
        }
        if (nonces.size() >= MAX_NONCES || !nonces.add(nonce)) {
            return false;
        }
        oldestFirst.addLast(new Used(nonce, nowMs + keptMs));
        return true;
    }
}
