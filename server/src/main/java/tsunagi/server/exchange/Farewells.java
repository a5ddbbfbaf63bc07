package tsunagi.server.exchange;

import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.FarewellReason;

/** The words with which the server ends an exchange. */
final class Farewells {
    private Farewells() {}

    static Farewell of(FarewellReason reason, String detail) {
        return Farewell.newBuilder().setReason(reason).setDetail(detail).build();
    }

    static Farewell protocol(String detail) {
        return of(FarewellReason.FAREWELL_REASON_PROTOCOL, detail);
    }

    static Farewell fenced() {
        return of(FarewellReason.FAREWELL_REASON_FENCED, "this device said hello on a newer stream");
    }

    static Farewell shuttingDown() {
        return of(FarewellReason.FAREWELL_REASON_SHUTTING_DOWN, "the server is stopping; what it acknowledged is safe");
    }

    static Farewell revoked() {
        return of(
                FarewellReason.FAREWELL_REASON_REVOKED, "this device may no longer sync; its unsent work stays on it");
    }

    static Farewell unknownDevice() {
        return of(
                FarewellReason.FAREWELL_REASON_UNKNOWN_DEVICE,
                "this server does not know this device; enrol it again, and it hands everything in");
    }

    static Farewell busy(int retryAfterMs) {
        return of(FarewellReason.FAREWELL_REASON_BUSY, "the server has too much to do").toBuilder()
                .setRetryAfterMs(retryAfterMs)
                .build();
    }
}
