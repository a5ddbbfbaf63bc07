package tsunagi.app;

/** How often a finger touched the screen since this was begun; every {@link Stage#tap} counts as one. */
public final class Taps {
    private static int all;

    private final int before = all;

    private Taps() {}

    /** Begins to count at nothing. */
    public static Taps fromHere() {
        return new Taps();
    }

    public int count() {
        return all - before;
    }

    static void tapped() {
        all++;
    }
}
