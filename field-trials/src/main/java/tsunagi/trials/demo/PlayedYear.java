package tsunagi.trials.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import tsunagi.trials.demo.story.StoryTablet;

/** The demo's year as somebody finds it who comes when all is told, for tests of what is done with it. */
public final class PlayedYear {
    private PlayedYear() {}

    /** Plays it into an empty directory; takes some seconds. */
    public static void play(Path directory) throws IOException, InterruptedException {
        DemoDirectory demo = new DemoDirectory(directory);
        try (DemoServer server = DemoServer.start(demo.server(), 0, 0, StoryTime.atCurtain())) {
            new Performance(demo, server, new PrintWriter(Writer.nullWriter())).play();
        }
    }

    /** Starts the server on a directory that it was played into, or on a copy; it is April 2025. */
    public static DemoServer open(Path directory) {
        return DemoServer.start(new DemoDirectory(directory).server(), 0, 0, StoryTime.atEnd());
    }

    /** One of the story's tablets, which stands in the directory beside the server. */
    public static StagedTablet tablet(Path directory, DemoServer server, StoryTablet tablet) throws IOException {
        return StagedTablet.open(new DemoDirectory(directory).tablet(tablet), server.address(), server.time());
    }
}
