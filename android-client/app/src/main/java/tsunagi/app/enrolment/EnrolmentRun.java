package tsunagi.app.enrolment;

import android.os.Handler;
import android.os.Looper;
import android.util.Log;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tsunagi.app.Parts;
import tsunagi.app.sync.Network;
import tsunagi.app.user.User;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.outbox.ServerRecord;

/**
 * Makes this tablet known to a server and fetches what it may hold, whatever becomes of the screen it was begun on. To
 * be used on the main thread; listeners are told there.
 */
public final class EnrolmentRun {
    private static final String LOG_TAG = "tsunagi";

    private final Parts parts;
    private final Network network;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "enrolment"));
    private final Handler main = new Handler(Looper.getMainLooper());
    private final List<Consumer<Stage>> listeners = new CopyOnWriteArrayList<>();
    private Stage stage = new Stage.Waiting(Optional.empty());

    /** How far it is. */
    sealed interface Stage {
        /** Somebody is to say which server; and why it came to nothing the last time. */
        record Waiting(Optional<EnrolTrouble> trouble) implements Stage {}

        /** The server is asked. */
        record Asking() implements Stage {}

        /** The server knows this tablet. */
        record Known(String serverName) implements Stage {}
    }

    public EnrolmentRun(Parts parts, Network network) {
        this.parts = parts;
        this.network = network;
    }

    Stage stage() {
        return stage;
    }

    public boolean isUnderway() {
        return stage instanceof Stage.Asking;
    }

    void addListener(Consumer<Stage> listener) {
        listeners.add(listener);
    }

    void removeListener(Consumer<Stage> listener) {
        listeners.remove(listener);
    }

    /** Begins anew: what came of it the last time is forgotten. */
    void forget() {
        if (!isUnderway()) {
            show(new Stage.Waiting(Optional.empty()));
        }
    }

    /** Asks the server that the form names; a form that is right. */
    void ask(EnrolmentForm form, String tabletName) {
        if (!isUnderway()) {
            show(new Stage.Asking());
            thread.execute(() -> {
                Stage end = askNow(form, tabletName);
                main.post(() -> {
                    show(end);
                    if (end instanceof Stage.Known) {
                        parts.sync().start();
                    }
                });
            });
        }
    }

    private Stage askNow(EnrolmentForm form, String tabletName) {
        if (!network.isThere()) {
            return failed(EnrolTrouble.NO_NETWORK);
        }
        try (ServerConnection connection = parts.connect(form.address())) {
            EnrolResult result = connection.enrolment().enrol(form.cleanCode(), tabletName);
            if (result instanceof EnrolResult.Refused refused) {
                return failed(EnrolTrouble.of(refused.why()));
            } else if (result instanceof EnrolResult.Unreachable unreachable) {
                Log.w(LOG_TAG, "no conversation with the server: " + unreachable.why());
                return failed(EnrolTrouble.of(unreachable.obstacle()));
            }
            return known(((EnrolResult.Enrolled) result).server());
        } catch (RuntimeException e) {
            Log.e(LOG_TAG, "the tablet could not be made known", e);
            return failed(EnrolTrouble.FAILED);
        }
    }

    private Stage known(ServerRecord server) {
        // On a tablet of one person nobody has to say who holds it.
        server.personId().ifPresent(person -> parts.settings().currentUser(User.ANY_TEAM + person));
        return new Stage.Known(server.name());
    }

    private static Stage failed(EnrolTrouble trouble) {
        return new Stage.Waiting(Optional.of(trouble));
    }

    public void close() {
        thread.shutdownNow();
    }

    private void show(Stage next) {
        stage = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
