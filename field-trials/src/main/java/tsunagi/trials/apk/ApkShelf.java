package tsunagi.trials.apk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import tsunagi.server.admin.TerminalQr;

/** Hands the tablet app out to whoever asks for it at one address; that file and nothing else. */
public final class ApkShelf implements AutoCloseable {
    private static final String PATH = "/tsunagi.apk";
    private static final String TYPE = "application/vnd.android.package-archive";
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final Path apk;

    private ApkShelf(HttpServer server, Path apk) {
        this.server = server;
        this.apk = apk;
    }

    /**
     * Opens the shelf.
     *
     * @param host the address of this machine at which tablets reach it; the loopback address serves this machine alone
     * @param port 0 for any that is free
     */
    public static ApkShelf open(Path apk, InetAddress host, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        ApkShelf shelf = new ApkShelf(server, apk);
        server.createContext("/", shelf::answer);
        server.start();
        return shelf;
    }

    /** What to type into a tablet's browser. */
    public String address() {
        InetSocketAddress at = server.getAddress();
        return "http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + PATH;
    }

    /** The address as a picture in characters. */
    public String qr() {
        return TerminalQr.of(address());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)
                    || !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", TYPE);
            exchange.sendResponseHeaders(OK, Files.size(apk));
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(apk, body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
