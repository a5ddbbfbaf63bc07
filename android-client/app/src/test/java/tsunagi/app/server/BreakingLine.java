package tsunagi.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tsunagi.engine.device.ServerAddress;

/**
 * A line to a server, on loopback, that carries what it is told to carry and is dead from then on, in the middle of
 * whatever is under way, until it is mended.
 */
public final class BreakingLine implements AutoCloseable {
    /** Small, so that it breaks near where it is told to. */
    private static final int PACKET_BYTES = 4 * 1024;

    private final ServerAddress server;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Way up = new Way();
    private final Way down = new Way();
    private volatile boolean isDead;

    /** What goes one way over the line, and how much more of it may. */
    private static final class Way {
        private final AtomicLong carried = new AtomicLong();
        private volatile long last = Long.MAX_VALUE;
    }

    private BreakingLine(ServerAddress server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static BreakingLine to(TestServer server) {
        try {
            BreakingLine line = new BreakingLine(server.address());
            start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address, with the line before it. */
    public ServerAddress address() {
        return new ServerAddress("127.0.0.1", listening.getLocalPort(), server.fingerprint());
    }

    /** It breaks when so many more bytes went from the tablet to the server. */
    public void breakAfterUp(long bytes) {
        up.last = up.carried.get() + bytes;
    }

    /** It breaks when so many more bytes came from the server to the tablet. */
    public void breakAfterDown(long bytes) {
        down.last = down.carried.get() + bytes;
    }

    /** It carries everything again. */
    public void mend() {
        up.last = Long.MAX_VALUE;
        down.last = Long.MAX_VALUE;
        isDead = false;
    }

    public boolean isBroken() {
        return isDead;
    }

    public long bytesUp() {
        return up.carried.get();
    }

    public long bytesDown() {
        return down.carried.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket tablet = listening.accept();
                open.add(tablet);
                if (isDead) {
                    hangUp();
                } else {
                    Socket onwards = new Socket();
                    open.add(onwards);
                    onwards.connect(new InetSocketAddress(server.host(), server.port()));
                    start(() -> carry(tablet, onwards, up));
                    start(() -> carry(onwards, tablet, down));
                }
            } catch (IOException e) {
                // Closed while it waited, or the server is away: whoever called is hung up on.
                hangUp();
            }
        }
    }

    private void carry(Socket from, Socket to, Way way) {
        byte[] packet = new byte[PACKET_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(packet); length >= 0; length = in.read(packet)) {
                if (way.carried.get() + length > way.last) {
                    isDead = true;
                    hangUp();
                    return;
                }
                way.carried.addAndGet(length);
                out.write(packet, 0, length);
            }
        } catch (IOException e) {
            // Either end may hang up at any time; the other is hung up on too.
            assert from.isClosed() && to.isClosed() : e;
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void hangUp() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        open.clear();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
