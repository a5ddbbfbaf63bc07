package tsunagi.server.device;

/** What can go wrong with a device, as far as the server sees it. */
public enum TroubleKind {
    /** It broke the rules of the exchange. */
    PROTOCOL,
    /** Its program is too old or too new. */
    VERSION,
    /** It came though it was revoked. */
    REVOKED,
    /** Its clock is so far off that it could not prove itself. */
    CLOCK_OFF,
    /** It did not prove that it is the one it says. */
    SIGNATURE,
    /** The server had too much to do. */
    BUSY,
    /** Changes that it handed in wait for a person. */
    PARKED
}
