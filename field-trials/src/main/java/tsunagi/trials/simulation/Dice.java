package tsunagi.trials.simulation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The one source of chance in a run: the same seed throws the same. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 up to, but not, {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** True {@code times} out of a hundred. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** In an order that does not hang on how the collection was built. */
    <T extends Comparable<T>> T pickSorted(Collection<T> choices) {
        return pick(choices.stream().sorted().toList());
    }

    <T> void shuffle(List<T> list) {
        Collections.shuffle(list, random);
    }

    /** A UUIDv7 of this moment. */
    UUID id(long nowMs) {
        long high = (nowMs << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    Random asRandom() {
        return random;
    }
}
