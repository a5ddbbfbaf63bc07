package tsunagi.server.exchange;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Tells those who wait that a team has moved on, so that waiting costs nothing. Thread-safe. */
public final class TeamHeads {
    private final Map<UUID, Set<Runnable>> watchersByTeam = new ConcurrentHashMap<>();
    private final Set<UUID> toBeTold = ConcurrentHashMap.newKeySet();
    private final Executor soon;

    /** Tells by this executor; a team that moves again before its move is told is told of once. */
    TeamHeads(Executor soon) {
        this.soon = soon;
    }

    /** Calls the watcher whenever the team moved, by the executor, until it is let go. */
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
        if (toBeTold.add(teamId)) {
            soon.execute(() -> {
                toBeTold.remove(teamId);
                watchersByTeam.getOrDefault(teamId, Set.of()).forEach(Runnable::run);
            });
        }
    }

    /** The teams that somebody waits for. */
    public Set<UUID> watched() {
        return Set.copyOf(watchersByTeam.keySet());
    }
}
