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
     * @param others runs what tells of a move that somebody else made
     * @param own runs what tells a watcher of its own move, of which it learns nothing but a later checkpoint
     */
    public record Pace(Executor others, Executor own) {
        public static final Pace AT_ONCE = new Pace(Runnable::run, Runnable::run);
    }

    private final Map<UUID, Set<Runnable>> watchersByTeam = new ConcurrentHashMap<>();
    private final Set<Runnable> toBeToldOfOthers = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> toBeToldOfOwn = ConcurrentHashMap.newKeySet();
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
        watchers(teamId).forEach(this::tellOfOthers);
    }

    /** To be called after what moved the team was committed, by one who watches it. */
    void movedBy(Runnable mover, UUID teamId) {
        for (Runnable watcher : watchers(teamId)) {
            if (watcher == mover) {
                tell(watcher, toBeToldOfOwn, pace.own());
            } else {
                tellOfOthers(watcher);
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

    private void tellOfOthers(Runnable watcher) {
        tell(watcher, toBeToldOfOthers, pace.others());
    }

    private static void tell(Runnable watcher, Set<Runnable> toBeTold, Executor executor) {
        if (toBeTold.add(watcher)) {
            executor.execute(() -> {
                toBeTold.remove(watcher);
                watcher.run();
            });
        }
    }
}
