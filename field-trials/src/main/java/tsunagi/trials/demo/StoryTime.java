package tsunagi.trials.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import tsunagi.trials.demo.story.Cast;

/**
 * What time it is for the server of the story: that of the latest scene, from there on ticking as ever, until the story is
 * told and it is today. Thread-safe.
 */
final class StoryTime extends Clock {
    private static final Clock TODAY = Clock.systemUTC();

    /** How far today is ahead of the story. */
    private Duration ahead;

    private StoryTime(Instant begin) {
        this.ahead = Duration.between(begin, TODAY.instant());
    }

    /** Time at the beginning of the story. */
    static StoryTime atCurtain() {
        return new StoryTime(instantOf(Cast.CURTAIN));
    }

    /** Time after the last scene, as if that were today. */
    static StoryTime atEnd() {
        return new StoryTime(instantOf(Cast.AFTERWARDS));
    }

    static StoryTime today() {
        return new StoryTime(TODAY.instant());
    }

    /** A scene begins; time never goes back, also where the story does. */
    synchronized void reach(LocalDateTime scene) {
        Duration wanted = Duration.between(instantOf(scene), TODAY.instant());
        ahead = wanted.compareTo(ahead) < 0 ? wanted : ahead;
    }

    synchronized void reachToday() {
        ahead = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        return TODAY.instant().minus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return TODAY.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the server reads instants alone");
    }

    static Instant instantOf(LocalDateTime scene) {
        return scene.atZone(Cast.JAPAN).toInstant();
    }
}
