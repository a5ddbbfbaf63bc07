package tsunagi.server.console;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.ConsoleListener;

/** The part of the running server that browsers reach. */
public final class ConsoleServer {
    /** What somebody uploads at most: a form with its pictures. */
    private static final String REQUEST_MAX = "32MB";

    private final NettyEmbeddedServer http;
    private final ConsoleListener listener;

    private ConsoleServer(NettyEmbeddedServer http, ConsoleListener listener) {
        this.http = http;
        this.listener = listener;
    }

    /** What the context has to be made with. */
    public static Map<String, Object> properties(ConsoleListener listener, Path pemFile) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.host", listener.address());
        properties.put("micronaut.server.port", listener.port() == 0 ? -1 : listener.port());
        properties.put("micronaut.server.max-request-size", REQUEST_MAX);
        properties.put("micronaut.server.multipart.max-file-size", REQUEST_MAX);
        if (!listener.isForThisMachineAlone()) {
            properties.put("micronaut.certificate.file.console.path", pemFile.toString());
            properties.put("micronaut.certificate.file.console.format", "pem");
            properties.put("micronaut.server.ssl.enabled", true);
            properties.put("micronaut.server.ssl.key-name", "console");
            properties.put("micronaut.server.ssl.port", listener.port() == 0 ? -1 : listener.port());
        }
        return properties;
    }

    /**
     * Starts it.
     *
     * @throws CommandException when it cannot, with what to do about it
     */
    public static ConsoleServer start(ApplicationContext context, ConsoleListener listener) {
        NettyEmbeddedServer http = context.getBean(NettyEmbeddedServer.class);
        try {
            http.start();
        } catch (ServerStartupException e) {
            throw new CommandException("The console cannot listen on " + listener.address() + " port " + listener.port()
                    + ": " + e.getMessage()
                    + "\nChoose another port with TSUNAGI_CONSOLE_PORT, or TSUNAGI_CONSOLE_PORT=off"
                    + " for none.");
        }
        return new ConsoleServer(http, listener);
    }

    /** Where it listens; the port is the one that was found when any was asked for. */
    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(listener.address(), http.getPort());
    }

    /** As a browser on this machine is told it. */
    public String url() {
        return (listener.isForThisMachineAlone() ? "http" : "https") + "://" + listener.address() + ":"
                + http.getPort();
    }

    public void stop() {
        http.stopServerOnly();
    }
}
