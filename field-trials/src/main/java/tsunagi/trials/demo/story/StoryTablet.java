package tsunagi.trials.demo.story;

/** The five tablets of the story; each has a directory of this name. */
public enum StoryTablet {
    NURSE("nurse", "佐伯保健師のタブレット"),
    THERAPISTS("therapists", "理学療法士会のタブレット"),
    PREFECTURAL_CENTRE("prefectural-centre", "産保センターのタブレット"),
    HEALTH_CENTRE("health-centre", "保健所のタブレット"),
    REGIONAL_CENTRE("regional-centre", "地さんぽのタブレット");

    private final String directory;
    private final String title;

    StoryTablet(String directory, String title) {
        this.directory = directory;
        this.title = title;
    }

    public String directory() {
        return directory;
    }

    public String title() {
        return title;
    }
}
