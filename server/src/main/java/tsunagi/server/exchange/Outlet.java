package tsunagi.server.exchange;

import tsunagi.sync.v1.ServerMessage;

/**
 * The line to one tablet, as the exchange uses it. Messages come from it one by one, each after {@link #requestNext};
 * neither that nor any other method calls the exchange back before it returns.
 */
public interface Outlet {
    /** True while the line takes more without piling it up; when it turns true again the exchange is told. */
    boolean isReady();

    void send(ServerMessage message);

    /** Asks for one more message of the tablet. */
    void requestNext();

    /** Ends the stream in good order. */
    void close();

    /** Ends the stream because something broke on the server. */
    void fail(Throwable cause);
}
