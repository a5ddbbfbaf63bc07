package tsunagi.trials.demo;

/** Stops the server when the program is told to end, so that what it accepted is finished. */
final class StopOnSignal {
    private volatile boolean hasCome;

    private StopOnSignal() {}

    static StopOnSignal of(DemoServer server) {
        StopOnSignal stop = new StopOnSignal();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.hasCome = true;
                            server.close();
                        },
                        "stop"));
        return stop;
    }

    boolean hasCome() {
        return hasCome;
    }
}
