package tsunagi.engine.outbox;

/** How a saved change stands with the server. */
public enum Standing {
    /** Only this tablet has it, or the server's word on it was lost. */
    WAITING,
    /** The server took it in. */
    TAKEN,
    /** The server keeps it; it waits there for a person. */
    PARKED,
    /** Its record was withdrawn or destroyed; its contents are gone here too. */
    ERASED,
    /** It was parked and a person decided against it. */
    DROPPED
}
