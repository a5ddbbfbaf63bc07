package tsunagi.trials.demo.story;

import com.google.protobuf.Message;
import java.util.UUID;
import tsunagi.record.RecordKey;

/** Where the story is played: tablets that people write on, and that have a signal only when the story says so. */
public interface Stage {
    /** Saves the fields that are set in this message, into a new record or one that is there. */
    void write(Scene scene, UUID recordId, Message fields);

    /** Deletes a record. */
    void delete(Scene scene, RecordKey key);

    /** Withdraws a record for good. */
    void withdraw(Scene scene, RecordKey key);

    /** Settles the open conflict in the one field that is set in this message, with the value it has there. */
    void settle(Scene scene, UUID recordId, Message decision);

    /** The tablet has a signal: everything goes up, everything comes down. */
    void sync(StoryTablet tablet);
}
