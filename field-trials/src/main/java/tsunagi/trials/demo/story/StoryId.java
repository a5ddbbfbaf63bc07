package tsunagi.trials.demo.story;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made from names, so that the story has the same ids every time it is told. */
public final class StoryId {
    private StoryId() {}

    public static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(("tsunagi-story/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as text, as one record names another. */
    public static String of(String name) {
        return uuid(name).toString();
    }
}
