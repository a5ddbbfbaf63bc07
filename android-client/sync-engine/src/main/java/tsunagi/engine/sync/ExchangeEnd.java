package tsunagi.engine.sync;

import tsunagi.sync.v1.Farewell;

/** How one exchange ended. */
public sealed interface ExchangeEnd {
    /** Everything saved was judged, and the replica holds everything it may hold. */
    record UpToDate() implements ExchangeEnd {}

    /** Something came to light that the next exchange has to begin with: it should begin at once. */
    record StartAgain(String why) implements ExchangeEnd {}

    /** This tablet is one of two copies; it needs an identity of its own before it goes on. */
    record Cloned() implements ExchangeEnd {}

    /** The server ended it. */
    record Dismissed(Farewell farewell) implements ExchangeEnd {}

    /** The line broke, or was never there; what was underway is asked again next time. */
    record Broken(String why) implements ExchangeEnd {}

    /** Whoever answered has another certificate than the server this tablet knows. */
    record OtherServer(String why) implements ExchangeEnd {}

    /** The server did not let this device in: it does not know it, or revoked it. */
    record NotLetIn(boolean isRevoked, String why) implements ExchangeEnd {}
}
