package tsunagi.server.grpc;

import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import tsunagi.server.device.Identification;
import tsunagi.server.device.Tokens;

/** A service behind what every call passes: faults become statuses, and only known devices get in. */
public final class Guarded {
    private Guarded() {}

    public static ServerServiceDefinition service(
            ServerServiceDefinition service, Tokens tokens, Identification identification) {
        // Read as bytes first: a message that does not parse then fails inside, where its fault gets its status.
        ServerServiceDefinition read = ServerInterceptors.useInputStreamMessages(
                ServerInterceptors.intercept(service, new TokenInterceptor(tokens, identification)));
        return ServerInterceptors.intercept(read, new FaultInterceptor());
    }
}
