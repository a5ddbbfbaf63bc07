package tsunagi.trials.line;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad line on loopback: it hands on what comes, late and slowly, and resets its connections now and then. Each
 * direction has the whole rate to itself. What TCP would send again arrives a round trip later and holds up what is
 * behind it. Thread-safe.
 */
final class ThinLine implements AutoCloseable {
    /**
     * How bad it is.
     *
     * @param rttMs there and back, without waiting for what is before
     * @param kbit a second, each way
     * @param cutEveryS a connection is reset when it is so old; 0 for never
     * @param cutEveryBytes a connection is reset when so much came from the tablet; 0 for never
     * @param loss the share of packets that come a round trip late
     */
    record Quality(int rttMs, int kbit, double cutEveryS, int cutEveryBytes, double loss) {}

    /** What went over it. */
    record Traffic(long bytesUp, long bytesDown, int turns, int connections) {}

    private static final int PACKET_BYTES = 1400;
    /** The line's own buffer: what waits in it is lost when it breaks, as it is in a modem. */
    private static final int BUFFER_BYTES = 8 * 1024;

    private final Quality quality;
    private final InetSocketAddress server;
    private final ServerSocket listening;
    private final Random random = new Random(1);
    private final AtomicLong bytesUp = new AtomicLong();
    private final AtomicLong bytesDown = new AtomicLong();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean wasDown = new AtomicBoolean(true);
    private final Set<Pair> open = ConcurrentHashMap.newKeySet();

    ThinLine(Quality quality, InetSocketAddress server) throws IOException {
        this.quality = quality;
        this.server = server;
        this.listening = new ServerSocket();
        // Small, or the machine's own buffers would swallow what the line is to hold back.
        listening.setReceiveBufferSize(BUFFER_BYTES);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        start("line", this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    Traffic traffic() {
        return new Traffic(bytesUp.get(), bytesDown.get(), turns.get(), connections.get());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket tablet = listening.accept();
                Socket onwards = new Socket();
                onwards.setReceiveBufferSize(BUFFER_BYTES);
                onwards.connect(server);
                connections.incrementAndGet();
                new Pair(tablet, onwards).begin();
            } catch (IOException e) {
                // Closed while it waited, or the server is gone: nothing comes over this line any more.
                return;
            }
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private long packetNs(int bytes) {
        return TimeUnit.MILLISECONDS.toNanos(1) * bytes * 8 / quality.kbit();
    }

    private synchronized boolean isLost() {
        return random.nextDouble() < quality.loss();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(Pair::reset);
    }

    /** Bytes on their way; none when the sender is done. */
    private record Packet(ByteString bytes, long dueNs) {}

    /** One connection: from the tablet to the line, and on to the server. */
    private final class Pair {
        private final Socket tablet;
        private final Socket onwards;
        private final long acceptedAtNs = System.nanoTime();
        private final AtomicBoolean isReset = new AtomicBoolean();

        Pair(Socket tablet, Socket onwards) throws IOException {
            this.tablet = tablet;
            this.onwards = onwards;
            tablet.setTcpNoDelay(true);
            onwards.setTcpNoDelay(true);
        }

        void begin() throws IOException {
            open.add(this);
            // The kernel has shaken hands at once; on the line that takes a round trip.
            long beginsAtNs = acceptedAtNs + TimeUnit.MILLISECONDS.toNanos(quality.rttMs());
            run("up", new Direction(tablet.getInputStream(), onwards.getOutputStream(), bytesUp, true, beginsAtNs));
            run(
                    "down",
                    new Direction(onwards.getInputStream(), tablet.getOutputStream(), bytesDown, false, beginsAtNs));
            if (quality.cutEveryS() > 0) {
                start("cut", this::cutInTime);
            }
        }

        private void run(String name, Direction direction) {
            start(name + "-in", () -> direction.take(this));
            start(name + "-out", () -> direction.give(this));
        }

        private void cutInTime() {
            try {
                TimeUnit.MILLISECONDS.sleep((long) (quality.cutEveryS() * 1000));
                reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void reset() {
            if (isReset.compareAndSet(false, true)) {
                open.remove(this);
                resetOne(tablet);
                resetOne(onwards);
            }
        }

        private void resetOne(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // Broken already, which is what was wanted.
                assert socket.isClosed() || !socket.isConnected() : e;
            }
        }
    }

    /** One way of one connection. */
    private final class Direction {
        private final InputStream in;
        private final OutputStream out;
        private final AtomicLong bytes;
        private final boolean isUp;
        private final BlockingQueue<Packet> onTheWay = new LinkedBlockingQueue<>();
        private long freeAtNs;
        private long lastDueNs;
        private long taken;

        Direction(InputStream in, OutputStream out, AtomicLong bytes, boolean isUp, long beginsAtNs) {
            this.in = in;
            this.out = out;
            this.bytes = bytes;
            this.isUp = isUp;
            this.freeAtNs = beginsAtNs;
        }

        void take(Pair pair) {
            byte[] packet = new byte[PACKET_BYTES];
            try {
                int length = in.read(packet);
                while (length >= 0) {
                    bytes.addAndGet(length);
                    if (isUp && wasDown.compareAndSet(true, false)) {
                        turns.incrementAndGet();
                    }
                    onTheWay.add(new Packet(ByteString.copyFrom(packet, 0, length), dueNs(length)));
                    waitUntil(freeAtNs - packetNs(BUFFER_BYTES));
                    taken += length;
                    if (isUp && quality.cutEveryBytes() > 0 && taken >= quality.cutEveryBytes()) {
                        pair.reset();
                    }
                    length = in.read(packet);
                }
                onTheWay.add(new Packet(ByteString.EMPTY, lastDueNs));
            } catch (IOException e) {
                pair.reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private long dueNs(int length) {
            long nowNs = System.nanoTime();
            freeAtNs = (freeAtNs - nowNs > 0 ? freeAtNs : nowNs) + packetNs(length);
            long rttNs = TimeUnit.MILLISECONDS.toNanos(quality.rttMs());
            long dueNs = freeAtNs + rttNs / 2 + (isLost() ? rttNs : 0);
            lastDueNs = dueNs - lastDueNs > 0 || lastDueNs == 0 ? dueNs : lastDueNs;
            return lastDueNs;
        }

        void give(Pair pair) {
            try {
                while (!pair.isReset.get()) {
                    Packet packet = onTheWay.take();
                    waitUntil(packet.dueNs());
                    if (packet.bytes().isEmpty()) {
                        // A sender that is done hangs up both ways; gRPC knows no half-closed connection.
                        pair.reset();
                        return;
                    }
                    if (!isUp) {
                        wasDown.set(true);
                    }
                    packet.bytes().writeTo(out);
                    out.flush();
                }
            } catch (IOException e) {
                pair.reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void waitUntil(long timeNs) throws InterruptedException {
            long leftNs = timeNs - System.nanoTime();
            if (leftNs > 0) {
                TimeUnit.NANOSECONDS.sleep(leftNs);
            }
        }
    }
}
