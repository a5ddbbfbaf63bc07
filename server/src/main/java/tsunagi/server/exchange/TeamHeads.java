package tsunagi.server.exchange;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Tells those who wait that a team has moved on, so that waiting costs nothing. Thread-safe. */
public final class TeamHeads {
    /**
     * When watchers are told; what moves again before it was told is told of once.
     *
     * @param soon runs what tells of a move
     * @param rest runs what ends the rest of a watcher that was told of its own move: it learns nothing by it but a later
     *     checkpoint, so that one who moves its team often is told of some of it
     */
    public record Pace(Executor soon, Executor rest) {
        public static final Pace AT_ONCE = new Pace(Runnable::run, Runnable::run);
    }

    /** Of a watcher that was told of its own move a moment ago. */
    private enum Rest {
        STILL,
        MOVED_MEANWHILE
    }

    private final Map<UUID, Set<Runnable>> watchersByTeam = new ConcurrentHashMap<>();
    private final Set<Runnable> toBeTold = ConcurrentHashMap.newKeySet();
    private final Map<Runnable, Rest> resting = new ConcurrentHashMap<>();
    private final Pace pace;

    TeamHeads(Pace pace) {
        this.pace = pace;
    }

    /** Calls the watcher whenever the team moved until it is let go. */
    void watch(UUID teamId, Runnable watcher) {
        watchersByTeam.compute(teamId, (id, watchers) -> {
            Set<Runnable> set = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
            set.add(watcher);
            return set;
        });
    }

    void unwatch(UUID teamId, Runnable watcher) {
        watchersByTeam.computeIfPresent(teamId, (id, watchers) -> {
            watchers.remove(watcher);
            return watchers.isEmpty() ? null : watchers;
        });
    }

    /** To be called after what moved the team was committed. */
    public void moved(UUID teamId) {
        watchers(teamId).forEach(this::tell);
    }

    /** To be called after what moved the team was committed, by one who watches it. */
    void movedBy(Runnable mover, UUID teamId) {
        for (Runnable watcher : watchers(teamId)) {
            if (watcher == mover) {
                tellOfOwn(watcher);
            } else {
                tell(watcher);
            }
        }
    }

    /** The teams that somebody waits for. */
    public Set<UUID> watched() {
        return Set.copyOf(watchersByTeam.keySet());
    }

    private Set<Runnable> watchers(UUID teamId) {
        return watchersByTeam.getOrDefault(teamId, Set.of());
    }

    private void tell(Runnable watcher) {
        if (toBeTold.add(watcher)) {
            pace.soon().execute(() -> {
                toBeTold.remove(watcher);
                watcher.run();
            });
        }
    }

    private void tellOfOwn(Runnable watcher) {
        Rest rest = resting.compute(watcher, (key, before) -> before == null ? Rest.STILL : Rest.MOVED_MEANWHILE);
        if (rest == Rest.STILL) {
            tellAndRest(watcher);
        }
    }

    private void tellAndRest(Runnable watcher) {
        tell(watcher);
        pace.rest().execute(() -> {
            Rest rest = resting.compute(watcher, (key, before) -> before == Rest.MOVED_MEANWHILE ? Rest.STILL : null);
            if (rest == Rest.STILL) {
                tellAndRest(watcher);
            }
        });
    }
}
