package tsunagi.app.questionnaire;

import java.util.function.Consumer;

/** What a tablet can find out by itself where a helper fills in a sheet. */
interface Instruments {
    /** Has a code read that answers a question, be it after the process was ended meanwhile. */
    void scan(String path);

    /** Asks for permissions, unless they were given before; one of them is enough. */
    void ask(Consumer<Boolean> answered, String... permissions);
}
