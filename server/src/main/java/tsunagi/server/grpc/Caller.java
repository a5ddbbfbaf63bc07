package tsunagi.server.grpc;

import io.grpc.Context;
import java.util.Optional;
import java.util.UUID;

/**
 * Who makes a call.
 *
 * @param address where from, as far as the network tells
 * @param deviceId the device its token names; empty where no token is asked for
 */
record Caller(String address, Optional<UUID> deviceId) {
    private static final Context.Key<Caller> KEY = Context.key("caller");

    static Caller current() {
        return KEY.get();
    }

    Context inContext() {
        return Context.current().withValue(KEY, this);
    }
}
