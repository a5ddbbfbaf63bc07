package tsunagi.trials.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import tsunagi.trials.demo.story.Chapter;
import tsunagi.trials.demo.story.Story;

/** The story, played once from its beginning to its end, with somebody watching. */
final class Performance {
    private final DemoDirectory directory;
    private final DemoServer server;
    private final PrintWriter out;

    Performance(DemoDirectory directory, DemoServer server, PrintWriter out) {
        this.directory = directory;
        this.server = server;
        this.out = out;
    }

    void play() throws IOException, InterruptedException {
        out.println("A year is played on five headless tablets, over the real line:");
        directory.beginStory();
        server.introduceCast();
        List<Chapter> chapters = Story.chapters();
        try (TabletStage stage = TabletStage.open(directory, server)) {
            for (int i = 0; i < chapters.size(); i++) {
                Chapter chapter = chapters.get(i);
                out.printf("  %2d/%d  %s%n", i + 1, chapters.size(), chapter.title());
                out.flush();
                chapter.play(stage);
            }
            out.printf("  %d changes, all safe on the server.%n", stage.saved());
        }
        new YearInFigures(server.database()).print(out);
        server.time().reachToday();
        directory.endStory();
    }
}
