package tsunagi.engine.sync;

import java.util.function.Function;

/** The way to the server. */
public interface ServerLink {
    /**
     * Runs one exchange over a line of its own, from hello to its end, whatever the end is.
     *
     * @param exchange begins when it is given its line
     */
    ExchangeEnd run(Function<Line, TabletExchange> exchange) throws InterruptedException;
}
