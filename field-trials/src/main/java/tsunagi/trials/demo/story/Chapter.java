package tsunagi.trials.demo.story;

/** A part of the story that belongs together. */
public interface Chapter {
    /** What it is about, for whoever watches. */
    String title();

    void play(Stage stage);
}
