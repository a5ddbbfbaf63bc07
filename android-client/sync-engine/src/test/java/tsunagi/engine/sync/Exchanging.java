package tsunagi.engine.sync;

import java.util.Optional;
import java.util.function.Function;
import tsunagi.engine.tablet.Tablet;
import tsunagi.sync.v1.ServerMessage;

/** Runs exchanges between a tablet and a {@link MiniServer}, message by message, on one thread. */
final class Exchanging {
    private static final int EXCHANGES_MAX = 6;

    private Exchanging() {}

    /** Exchanges until both are up to date. */
    static void untilUpToDate(Tablet tablet, MiniServer server) {
        for (int i = 0; i < EXCHANGES_MAX; i++) {
            if (once(tablet, server, Integer.MAX_VALUE) instanceof ExchangeEnd.UpToDate) {
                return;
            }
        }
        throw new AssertionError("not up to date after " + EXCHANGES_MAX + " exchanges");
    }

    /** One exchange whose line breaks once the tablet has heard so many messages. */
    static ExchangeEnd once(Tablet tablet, MiniServer server, int messagesHeard) {
        return over(line -> new TabletExchange(tablet, "test", line), server, messagesHeard);
    }

    static ExchangeEnd over(Function<Line, TabletExchange> begun, MiniServer server, int messagesHeard) {
        TestLine line = new TestLine();
        TabletExchange exchange = begun.apply(line);
        MiniServer.Stream stream = server.connect();
        exchange.begin();
        int heard = 0;
        int said = 0;
        while (!exchange.end().isPresent()) {
            if (said < line.said.size()) {
                stream.hears(line.said.get(said++));
            }
            Optional<ServerMessage> message = Optional.ofNullable(stream.says.poll());
            if (!message.isPresent() && said == line.said.size()) {
                throw new AssertionError("both wait for each other");
            }
            if (message.isPresent() && heard++ >= messagesHeard) {
                exchange.onLineBroken("cut");
            } else {
                message.ifPresent(exchange::onMessage);
            }
        }
        return exchange.end().get();
    }
}
