package tsunagi.app.sync;

/** What the synchronization of this tablet is at. */
public sealed interface SyncState {
    /** Nothing. */
    record Idle() implements SyncState {}

    /**
     * It runs.
     *
     * @param toSend changes and files that wait, as counted on disk
     * @param received records here that were not when it began
     */
    record Running(long toSend, long received) implements SyncState {}
}
