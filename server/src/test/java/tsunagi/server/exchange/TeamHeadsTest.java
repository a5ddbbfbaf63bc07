package tsunagi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TeamHeadsTest {
    private static final UUID TEAM = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    private final Deque<Runnable> soon = new ArrayDeque<>();
    private final Deque<Runnable> rests = new ArrayDeque<>();
    private final TeamHeads heads = new TeamHeads(new TeamHeads.Pace(soon::add, rests::add));
    private final List<String> told = new ArrayList<>();
    private final Runnable mover = new Watcher("mover");
    private final Runnable colleague = new Watcher("colleague");

    private final class Watcher implements Runnable {
        private final String name;

        private Watcher(String name) {
            this.name = name;
        }

        @Override
        public void run() {
            told.add(name);
        }
    }

    @Test
    void moved_whenItMovesAgainBeforeItWasTold_tellsOnce() {
        heads.watch(TEAM, colleague);

        heads.moved(TEAM);
        heads.moved(TEAM);
        run(soon);

        assertThat(told).containsExactly("colleague");
    }

    @Test
    void movedBy_tellsOthersOfEachMoveAndTheMoverOfSome() {
        heads.watch(TEAM, mover);
        heads.watch(TEAM, colleague);

        for (int i = 0; i < 3; i++) {
            heads.movedBy(mover, TEAM);
            run(soon);
        }

        assertThat(told).containsExactlyInAnyOrder("mover", "colleague", "colleague", "colleague");
    }

    @Test
    void movedBy_whenItMovedWhileTheMoverRested_tellsItWhenTheRestIsOver() {
        heads.watch(TEAM, mover);
        heads.movedBy(mover, TEAM);
        heads.movedBy(mover, TEAM);
        run(soon);

        run(rests);
        run(soon);
        run(rests);
        run(soon);

        assertThat(told).containsExactly("mover", "mover");
        assertThat(rests).isEmpty();
    }

    @Test
    void moved_whenSomebodyElseMovedIt_tellsAWatcherThatRests() {
        heads.watch(TEAM, mover);
        heads.movedBy(mover, TEAM);
        run(soon);

        heads.moved(TEAM);
        run(soon);

        assertThat(told).containsExactly("mover", "mover");
    }

    private static void run(Deque<Runnable> work) {
        List<Runnable> due = new ArrayList<>(work);
        work.clear();
        due.forEach(Runnable::run);
    }
}
