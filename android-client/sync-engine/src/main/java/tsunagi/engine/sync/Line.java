package tsunagi.engine.sync;

import tsunagi.sync.v1.TabletMessage;

/** The line to the server, as one exchange uses it. None of its methods calls the exchange back before it returns. */
public interface Line {
    /** True while the line takes more without piling it up; when it turns true again the exchange is told. */
    boolean isReady();

    void send(TabletMessage message);

    /** The tablet has nothing more to say. */
    void close();
}
