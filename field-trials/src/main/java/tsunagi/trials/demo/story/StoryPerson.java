package tsunagi.trials.demo.story;

import java.util.Locale;

/** The helpers of the story who write on tablets; all of them invented. */
public enum StoryPerson {
    SAEKI("佐伯 典子", StoryBody.CITY),
    ODA("小田 恵美", StoryBody.PREFECTURAL_CENTRE),
    MIKAMI("三上 隆", StoryBody.PHYSICAL_THERAPISTS),
    KURAMOTO("倉本 直樹", StoryBody.PHYSICAL_THERAPISTS),
    OMORI("大森 彩", StoryBody.OCCUPATIONAL_THERAPISTS),
    HORI("堀 美咲", StoryBody.HEALTH_CENTRE),
    FUJII("藤井 由香", StoryBody.REGIONAL_CENTRE),
    HAYAKAWA("早川 真由", StoryBody.REGIONAL_CENTRE),
    NOMURA("野村 健", StoryBody.CHAMBER),
    UEDA("上田 真理", StoryBody.DIETITIANS),
    NISHIKAWA("西川 友紀", StoryBody.HEALTH_INSURANCE);

    private final String title;
    private final StoryBody body;

    StoryPerson(String title, StoryBody body) {
        this.title = title;
        this.body = body;
    }

    public String title() {
        return title;
    }

    public StoryBody body() {
        return body;
    }

    /** What they sign in with at the console. */
    public String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String id() {
        return StoryId.of("person/" + name());
    }
}
