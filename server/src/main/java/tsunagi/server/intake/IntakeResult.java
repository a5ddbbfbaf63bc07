package tsunagi.server.intake;

/** What became of a submission. */
public sealed interface IntakeResult permits Judged, IntakeResult.Gap {
    /** Nothing was taken: the lane's changes from {@code expectedOrdinal} on have to come first. */
    record Gap(long expectedOrdinal) implements IntakeResult {}
}
