package tsunagi.trials.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import tsunagi.engine.device.ServerAddress;

/**
 * Stands between tablets and a server, passes on every byte after a delay, and counts them: all that TCP carries, TLS
 * and its handshake included. That a connection is made it answers itself, at once.
 */
final class CountingRelay implements AutoCloseable {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final ServerSocket listening;
    private final ServerAddress server;
    private final Duration oneWay;
    private final AtomicLong bytesUp = new AtomicLong();
    private final AtomicLong bytesDown = new AtomicLong();

    private CountingRelay(ServerSocket listening, ServerAddress server, Duration oneWay) {
        this.listening = listening;
        this.server = server;
        this.oneWay = oneWay;
    }

    /** A relay that delays what it passes on by half of the round-trip time. */
    static CountingRelay before(ServerAddress server, Duration roundTrip) throws IOException {
        CountingRelay relay = new CountingRelay(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, roundTrip.dividedBy(2));
        start("relay-accept", relay::accept);
        return relay;
    }

    /** The server's address, with the relay before it. */
    ServerAddress address() {
        return new ServerAddress("127.0.0.1", listening.getLocalPort(), server.fingerprint());
    }

    long bytesUp() {
        return bytesUp.get();
    }

    long bytesDown() {
        return bytesDown.get();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket tablet = listening.accept();
                Socket onward = new Socket();
                onward.connect(new InetSocketAddress(server.host(), server.port()));
                tablet.setTcpNoDelay(true);
                onward.setTcpNoDelay(true);
                pass(tablet, onward, bytesUp);
                pass(onward, tablet, bytesDown);
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new IllegalStateException("the relay broke down", e);
            }
        }
    }

    /** Bytes on their way, and when they arrive; empty content is the end. */
    private record Chunk(Optional<byte[]> content, long arrivesAtNs) {}

    private void pass(Socket from, Socket to, AtomicLong count) {
        BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();
        start("relay-in", () -> read(from, underWay, count));
        start("relay-out", () -> write(to, underWay));
    }

    private void read(Socket from, BlockingQueue<Chunk> underWay, AtomicLong count) {
        try {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[CHUNK_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count.addAndGet(read);
                underWay.add(chunk(Optional.of(Arrays.copyOf(buffer, read))));
            }
        } catch (IOException e) {
            // Either side may hang up at any time; the other one is told.
        } finally {
            underWay.add(chunk(Optional.empty()));
        }
    }

    private Chunk chunk(Optional<byte[]> content) {
        return new Chunk(content, System.nanoTime() + oneWay.toNanos());
    }

    private static void write(Socket to, BlockingQueue<Chunk> underWay) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Chunk next = due(underWay); next.content().isPresent(); next = due(underWay)) {
                out.write(next.content().get());
                out.flush();
            }
        } catch (IOException e) {
            // As above.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Chunk due(BlockingQueue<Chunk> underWay) throws InterruptedException {
        Chunk next = underWay.take();
        long leftNs = next.arrivesAtNs() - System.nanoTime();
        if (leftNs > 0) {
            Thread.sleep(leftNs / 1_000_000, (int) (leftNs % 1_000_000));
        }
        return next;
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
