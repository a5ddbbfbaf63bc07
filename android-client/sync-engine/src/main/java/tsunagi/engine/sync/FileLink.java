package tsunagi.engine.sync;

import com.google.protobuf.ByteString;
import java.util.UUID;

/** The way of files to the server and from there, one at a time, each over a line of its own. */
public interface FileLink {
    /** How a file's way ended. */
    sealed interface End {
        /** All of it is where it was to go. */
        record Done() implements End {}

        /** The server does not take it, and why. */
        record Refused(String why) implements End {}

        /** The server does not take it now; another time. */
        record NotNow(String why) implements End {}

        /** The line broke, or was never there. */
        record Broken(String why) implements End {}
    }

    /** A file that goes up. */
    interface Outgoing {
        UUID teamId();

        ByteString sha256();

        long sizeBytes();

        /** So many bytes from this one on. */
        ByteString read(long offset, int bytes);

        /** The server holds it up to here. */
        void noteHeld(long bytes);
    }

    /** A file that comes down. */
    interface Incoming {
        UUID teamId();

        ByteString sha256();

        long heldBytes();

        /** Keeps a piece; false when it does not fit. */
        boolean keep(long offset, ByteString content);
    }

    End handIn(Outgoing file) throws InterruptedException;

    /** Done means that all of it came, whatever it is. NotNow: the server does not have it. */
    End fetch(Incoming file) throws InterruptedException;
}
