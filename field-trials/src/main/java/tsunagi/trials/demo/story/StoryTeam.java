package tsunagi.trials.demo.story;

import java.util.UUID;

/** The two teams of the story. */
public enum StoryTeam {
    BREWERY("灯浜酒造 伴走支援チーム"),
    CITY("灯浜市 働く人の健康応援ワーキンググループ");

    private final String title;

    StoryTeam(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public UUID id() {
        return StoryId.uuid("team/" + name());
    }
}
